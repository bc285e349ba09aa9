package dev.weft.agent.rewrite.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.agent.rewrite.Listing;
import dev.weft.agent.rewrite.model.ClassInfo;
import dev.weft.agent.rewrite.model.ClassInfo.Method;
import dev.weft.agent.rewrite.model.CoroutineLambda;
import java.lang.invoke.LambdaMetafactory;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Which lambdas are coroutines, and where their code is. */
class LambdaFinderTest {
  private static final String METAFACTORY = "java/lang/invoke/LambdaMetafactory";
  private static final Type RUN = Type.getMethodType("(Ljava/lang/Object;)V");
  private static final Type OF_TEXT = Type.getMethodType("(Ljava/lang/String;)V");
  private static final Handle CODE =
      new Handle(Opcodes.H_INVOKESTATIC, "p/Type", "lambda$0", "(Ljava/lang/String;)V", false);

  private final ClassIndex index =
      new ClassIndex(name -> Optional.empty(), CoroutinePolicy.ANNOTATED);
  private final ClassNode type = new ClassNode();

  LambdaFinderTest() {
    type.name = "p/Type";
    Method run = new Method("run", RUN.getDescriptor(), Opcodes.ACC_ABSTRACT, true);
    Method all = new Method("all", "()Ldev/weft/Generator;", Opcodes.ACC_ABSTRACT, true);
    index.add(new ClassInfo("p/Face", Opcodes.ACC_INTERFACE, null, List.of(), List.of(run, all)));
    declare(Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC, "lambda$0(Ljava/lang/String;)V");
  }

  private void declare(int access, String signature) {
    type.methods.add(Listing.method(access, signature, "RETURN"));
  }

  private static InvokeDynamicInsnNode site(String bootstrap, String face, Object... arguments) {
    Handle factory = new Handle(Opcodes.H_INVOKESTATIC, METAFACTORY, bootstrap, "()V", false);
    return new InvokeDynamicInsnNode("run", "()L" + face + ";", factory, arguments);
  }

  private List<CoroutineLambda> find(InvokeDynamicInsnNode... sites) {
    MethodNode method = Listing.method("user()V", "RETURN");
    List.of(sites).forEach(site -> method.instructions.insert(site));
    type.methods.add(method);
    return new LambdaFinder(index).find(type);
  }

  @Test
  void one_whose_interfaces_method_is_a_coroutine() {
    InvokeDynamicInsnNode site = site("metafactory", "p/Face", RUN, CODE, OF_TEXT);
    List<CoroutineLambda> found = find(site, site("metafactory", "p/Other", RUN, CODE, OF_TEXT));
    assertThat(found).hasSize(1);
    assertThat(found.get(0))
        .isEqualTo(
            new CoroutineLambda(site, CODE, CODE, RUN, OF_TEXT, false, List.of(), List.of()));
  }

  @Test
  void one_that_is_made_in_two_places_is_found_once() {
    assertThat(
            find(
                site("metafactory", "p/Face", RUN, CODE, OF_TEXT),
                site("metafactory", "p/Face", RUN, CODE, OF_TEXT)))
        .hasSize(1);
  }

  @Test
  void not_what_another_bootstrap_method_makes() {
    Handle other = new Handle(Opcodes.H_INVOKESTATIC, "p/Factory", "metafactory", "()V", false);
    assertThat(find(new InvokeDynamicInsnNode("run", "()Lp/Face;", other, RUN, CODE, OF_TEXT)))
        .isEmpty();
  }

  @Test
  void none_in_a_soaked_program() {
    ClassIndex soaked = new ClassIndex(name -> Optional.empty(), new SoakPolicy(List.of("p/")));
    soaked.add(index.find("p/Face").orElseThrow());
    find(site("metafactory", "p/Face", RUN, CODE, OF_TEXT));
    assertThat(new LambdaFinder(soaked).find(type)).isEmpty();
  }

  @Test
  void the_alternate_metafactory_tells_more() {
    int flags =
        LambdaMetafactory.FLAG_SERIALIZABLE
            | LambdaMetafactory.FLAG_MARKERS
            | LambdaMetafactory.FLAG_BRIDGES;
    Type one = Type.getObjectType("p/One");
    Type two = Type.getObjectType("p/Two");
    CoroutineLambda all =
        find(site("altMetafactory", "p/Face", RUN, CODE, OF_TEXT, flags, 2, one, two, 1, OF_TEXT))
            .get(0);
    assertThat(all.serializable()).isTrue();
    assertThat(all.markers()).containsExactly(one, two);
    assertThat(all.bridges()).containsExactly(OF_TEXT);
  }

  @Test
  void each_of_which_may_be_missing() {
    int markers = LambdaMetafactory.FLAG_MARKERS;
    int bridges = LambdaMetafactory.FLAG_BRIDGES;
    Type one = Type.getObjectType("p/One");
    CoroutineLambda marked =
        find(site("altMetafactory", "p/Face", RUN, CODE, OF_TEXT, markers, 1, one)).get(0);
    assertThat(marked.serializable()).isFalse();
    assertThat(marked.markers()).containsExactly(one);
    assertThat(marked.bridges()).isEmpty();
    type.methods.remove(1);
    CoroutineLambda bridged =
        find(site("altMetafactory", "p/Face", RUN, CODE, OF_TEXT, bridges, 1, OF_TEXT)).get(0);
    assertThat(bridged.markers()).isEmpty();
    assertThat(bridged.bridges()).containsExactly(OF_TEXT);
  }

  @Test
  void what_is_no_lambdas_code_gets_code_that_calls_it() {
    assertHasCodeOfItsOwn(CODE.getOwner(), "other", 0);
    assertHasCodeOfItsOwn(CODE.getOwner(), "plain", Opcodes.ACC_STATIC);
    int bridge = Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE;
    assertHasCodeOfItsOwn(CODE.getOwner(), "bridge", Opcodes.ACC_STATIC | bridge);
    assertHasCodeOfItsOwn("p/Elsewhere", "lambda$0", 0);
  }

  private void assertHasCodeOfItsOwn(String owner, String name, int access) {
    type.methods.removeIf(method -> method.name.equals("user"));
    if (access != 0) {
      declare(access, name + OF_TEXT.getDescriptor());
    } else {
      declare(Opcodes.ACC_SYNTHETIC, name + "(I)V");
    }
    Handle target = new Handle(Opcodes.H_INVOKESTATIC, owner, name, OF_TEXT.getDescriptor(), false);
    CoroutineLambda lambda = find(site("metafactory", "p/Face", RUN, target, OF_TEXT)).get(0);
    assertThat(lambda.implementation()).isEqualTo(target);
    assertThat(lambda.code().getName()).isEqualTo("lambda$" + name + "$weft0");
  }

  @Test
  void a_generator_method_that_is_referred_to_stays_the_code() {
    Handle target =
        new Handle(Opcodes.H_INVOKESTATIC, "p/A", "all", "()Ldev/weft/Generator;", false);
    Type all = Type.getMethodType("()Ldev/weft/Generator;");
    InvokeDynamicInsnNode site = site("metafactory", "p/Face", all, target, all);
    site.name = "all";
    assertThat(find(site).get(0).code()).isEqualTo(target);
  }

  @Test
  void two_that_differ_are_found_both() {
    Type other = Type.getMethodType("(Ljava/lang/Object;)V");
    assertThat(
            find(
                site("metafactory", "p/Face", RUN, CODE, OF_TEXT),
                site("metafactory", "p/Face", RUN, CODE, other)))
        .hasSize(2);
  }
}

package dev.weft.agent.cli;

import dev.weft.agent.build.BuildWeaver;
import dev.weft.agent.rewrite.model.Companion;
import dev.weft.agent.rewrite.model.Refusal;
import dev.weft.agent.rewrite.model.RuntimeNames;
import dev.weft.agent.rewrite.model.WeavingOptions;
import dev.weft.agent.rewrite.model.WovenClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What weaving makes of a tree.
 *
 * @param tree its files, with woven classes in the place of theirs, and with the companions
 * @param woven how many classes were woven
 * @param companions how many companions there are of those
 * @param refusals what cannot be woven
 */
record WovenTree(ClassTree tree, int woven, int companions, List<Refusal> refusals) {
  /** Copies the list. */
  WovenTree {
    refusals = List.copyOf(refusals);
  }

  /** Weaves all classes of a tree; what weaving has made of them before is replaced. */
  static WovenTree of(ClassTree tree, VisibleClasses visible, WeavingOptions options) {
    Map<String, WovenClass> woven = new HashMap<>();
    for (String prefix : visible.prefixes()) {
      BuildWeaver weaver = new BuildWeaver(visible.from(prefix), options);
      for (ClassTree.ClassEntry type : visible.classes(prefix)) {
        weaver
            .weave(type.name(), type.entry().bytes())
            .ifPresent(result -> woven.put(type.entry().name(), result));
      }
    }
    return assemble(tree, woven);
  }

  private static WovenTree assemble(ClassTree tree, Map<String, WovenClass> woven) {
    List<ClassTree.Entry> entries = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    int companions = 0;
    for (ClassTree.Entry entry : tree.entries()) {
      WovenClass type = woven.get(entry.name());
      if (type != null) {
        entries.add(entry.with(type.bytes()));
        refusals.addAll(type.refusals());
        for (Companion companion : type.companions()) {
          entries.add(beside(entry, type, companion));
          companions++;
        }
      } else if (!isStale(entry, woven)) {
        entries.add(entry);
      }
    }
    ClassTree result = new ClassTree(tree.path(), tree.isJar(), entries);
    return new WovenTree(result, woven.size(), companions, refusals);
  }

  private static ClassTree.Entry beside(
      ClassTree.Entry host, WovenClass type, Companion companion) {
    String file = type.name() + ".class";
    String prefix = host.name().substring(0, host.name().length() - file.length());
    String name = prefix + companion.name() + ".class";
    return new ClassTree.Entry(name, companion.bytes(), host.modified(), host.stored());
  }

  /** The companion of a class that has been compiled again, and woven again, since. */
  private static boolean isStale(ClassTree.Entry entry, Map<String, WovenClass> woven) {
    int mark = entry.name().indexOf(RuntimeNames.COMPANION_MARK);
    return mark > 0 && woven.containsKey(entry.name().substring(0, mark) + ".class");
  }
}

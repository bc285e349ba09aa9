package dev.weft.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.Type;

/** What random bytecode has at a place: the types of its locals and of its operand stack. */
final class Slots {
  /** Neither loaded nor stored like other locals. */
  static final Type UNINITIALISED = Type.getObjectType("uninitialised");

  private final Map<Integer, Type> locals = new TreeMap<>();
  private final List<Type> stack = new ArrayList<>();

  List<Type> stack() {
    return stack;
  }

  Type top() {
    return stack.get(stack.size() - 1);
  }

  /** The type of the value so many below the top; nothing usable if that is below the floor. */
  Type below(int depth, int floor) {
    int at = stack.size() - 1 - depth;
    return at < floor ? Type.VOID_TYPE : stack.get(at);
  }

  void push(Type type) {
    stack.add(type);
  }

  Type pop() {
    return stack.remove(stack.size() - 1);
  }

  void store(int local, Type type) {
    Type before = locals.get(local - 1);
    if (before != null && before.getSize() == 2) {
      locals.remove(local - 1);
    }
    if (type.getSize() == 2) {
      locals.remove(local + 1);
    }
    locals.put(local, type);
  }

  /** The locals that have a type. */
  Map<Integer, Type> locals() {
    return locals;
  }

  /** Whether a store leaves what these locals are as it is. */
  static boolean keeps(Map<Integer, Type> fixed, int local, Type type) {
    Type before = fixed.get(local - 1);
    boolean splits = before != null && before.getSize() == 2;
    boolean covers = type.getSize() == 2 && fixed.containsKey(local + 1);
    Type same = fixed.get(local);
    return !splits && !covers && (same == null || same.equals(type));
  }

  /** Forgets what is not in both. */
  void join(Map<Integer, Type> other) {
    locals.entrySet().removeIf(local -> !local.getValue().equals(other.get(local.getKey())));
  }
}

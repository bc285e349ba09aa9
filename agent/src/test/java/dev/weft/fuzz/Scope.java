package dev.weft.fuzz;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What random source may name at a place: variables, and places to jump to. */
final class Scope {
  /** A variable that has a value. */
  record Variable(String name, ValueType type, boolean assignable, boolean capturable) {}

  private Deque<List<Variable>> blocks = new ArrayDeque<>();
  private List<String> jumps = new ArrayList<>();
  private boolean returns = true;
  private boolean steps = true;

  Scope() {
    blocks.push(new ArrayList<>());
  }

  void declare(String name, ValueType type) {
    declare(new Variable(name, type, true, false));
  }

  void declare(Variable variable) {
    blocks.peek().add(variable);
  }

  List<Variable> variables(ValueType type, boolean toAssign) {
    return blocks.stream()
        .flatMap(List::stream)
        .filter(variable -> variable.type() == type)
        .filter(variable -> variable.assignable() || !toAssign)
        .toList();
  }

  /** The statements that leave a loop or block from here. */
  List<String> jumps() {
    return jumps;
  }

  boolean mayReturn() {
    return returns;
  }

  boolean maySuspend() {
    return steps;
  }

  /** Within a block. */
  void block(Runnable inside) {
    blocks.push(new ArrayList<>());
    inside.run();
    blocks.pop();
  }

  /** Within a block that may be left by these statements. */
  void block(List<String> more, Runnable inside) {
    List<String> outer = jumps;
    jumps = new ArrayList<>(outer);
    jumps.addAll(more);
    block(inside);
    jumps = outer;
  }

  /** Within an expression: nothing outside can be jumped to. */
  void expression(Runnable inside) {
    List<String> outer = jumps;
    boolean returned = returns;
    jumps = new ArrayList<>();
    returns = false;
    block(inside);
    jumps = outer;
    returns = returned;
  }

  /** Within a lambda: only what it captures is seen. */
  void lambda(Runnable inside) {
    Deque<List<Variable>> outer = blocks;
    List<Variable> captured =
        outer.stream().flatMap(List::stream).filter(Variable::capturable).toList();
    blocks = new ArrayDeque<>();
    blocks.push(new ArrayList<>(captured));
    expression(inside);
    blocks = outer;
  }

  /** Where nothing may suspend. */
  void withoutSteps(Runnable inside) {
    boolean outer = steps;
    steps = false;
    block(inside);
    steps = outer;
  }
}

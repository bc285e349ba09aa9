package dev.weft.agent.rewrite.model;

import org.objectweb.asm.Type;

/**
 * A value that is saved at a suspension: where it is in the woven body and its verification type.
 *
 * @param index the local variable, or the depth on the operand stack counted from its bottom
 * @param type its verification type
 */
public record Local(int index, VerificationType type) {
  /** The letter by which typed instructions and fields tell it apart: I, J, F, D or A. */
  public char sort() {
    return type.sort();
  }

  /** The type whose opcodes load, store and return it. */
  public Type opcodes() {
    return type.opcodes();
  }
}

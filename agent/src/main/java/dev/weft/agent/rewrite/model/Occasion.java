package dev.weft.agent.rewrite.model;

/** When a class is woven, which decides what its woven form may rely on. */
public enum Occasion {
  /** While it is loaded: it defines its companions when it runs. */
  LOADING,

  /**
   * When it is loaded already, and woven, and is transformed once more: for another agent, such as
   * Mockito's, that changes its plain methods.
   */
  AGAIN,

  /** Ahead of time: its companions are class files beside it, and no agent need be there. */
  BUILD
}

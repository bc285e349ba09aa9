/**
 * Weaves whole libraries as if every call in them could suspend, and has the JVM verify the result.
 * The door is {@link dev.weft.everything.WeaveEverything}.
 */
package dev.weft.everything;

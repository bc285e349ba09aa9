/** Tells what mutation testing found. The door is {@link dev.weft.mutation.MutationFigures}. */
package dev.weft.mutation;

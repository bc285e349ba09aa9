/**
 * Lessons in coroutines: one idea per main, in the order of their numbers. Start with {@link
 * dev.weft.examples.E01Hello}.
 */
package dev.weft.examples;

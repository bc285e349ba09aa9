/**
 * What woven code does, theme by theme: ordinary Java, run inside a loader that weaves, with the
 * expectation beside the line.
 */
package dev.weft.behaviour;

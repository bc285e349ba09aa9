/** Tests of the processor: sources with the expectation beside the line, and compilers. */
package dev.weft.processor;

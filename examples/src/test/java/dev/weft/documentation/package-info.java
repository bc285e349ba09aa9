/** Holds the pages in docs to what the code is, and to what it does. */
package dev.weft.documentation;

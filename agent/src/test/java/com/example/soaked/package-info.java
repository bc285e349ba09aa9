/** A program that knows nothing of Weft, to be soaked. */
package com.example.soaked;

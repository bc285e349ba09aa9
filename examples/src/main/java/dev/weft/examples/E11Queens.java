package dev.weft.examples;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import java.util.Arrays;

/**
 * A search that backtracks yields a solution where it finds it, however deep; whoever asks decides
 * how far it goes.
 *
 * <p>Prints two ways to place eight queens on a chess board so that none attacks another, how many
 * places were tried for each, and how many ways there are.
 */
public final class E11Queens {
  private final int[] columns;
  private int tried;

  private E11Queens(int size) {
    columns = new int[size];
  }

  /** Searches for two solutions, then for the others. */
  public static void main(String[] args) {
    E11Queens search = new E11Queens(8);
    Generator<String, Void, Void> solutions = search.solutions();
    System.out.println(solutions.next() + " after " + search.tried + " tries");
    System.out.println(solutions.next() + " after " + search.tried + " tries");
    System.out.println("and " + solutions.stream().count() + " more");
  }

  /** The columns of the queens, row by row. */
  @Coroutine
  Generator<String, Void, Void> solutions() {
    placeFrom(0);
    return Coroutines.done();
  }

  /** Tries all places in a row, and for each that is safe the rows below it. */
  @Coroutine
  private void placeFrom(int row) {
    if (row == columns.length) {
      Coroutines.yield(Arrays.toString(columns));
      return;
    }
    for (int column = 0; column < columns.length; column++) {
      columns[row] = column;
      tried++;
      if (isSafe(row)) {
        placeFrom(row + 1);
      }
    }
  }

  private boolean isSafe(int row) {
    for (int above = 0; above < row; above++) {
      int distance = Math.abs(columns[row] - columns[above]);
      if (distance == 0 || distance == row - above) {
        return false;
      }
    }
    return true;
  }
}

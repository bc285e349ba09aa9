package dev.weft.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.Coroutine;
import dev.weft.Coroutines;
import dev.weft.Generator;
import dev.weft.weaving.Case;
import dev.weft.weaving.Woven;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Searches that go down a coroutine for each choice, and come back for the next one. */
@Case("GP-14")
@Woven
class BacktrackingTest {
  /** The values of one place, given those of the places before it. */
  private interface Choices {
    Iterable<Integer> at(int place, int[] chosen);
  }

  private static Generator<int[], Object, Void> all(int places, Choices choices) {
    return Generator.each(out -> choose(0, new int[places], choices));
  }

  @Coroutine
  private static void choose(int place, int[] chosen, Choices choices) {
    if (place == chosen.length) {
      Coroutines.yield(chosen.clone());
      return;
    }
    for (int choice : choices.at(place, chosen)) {
      chosen[place] = choice;
      choose(place + 1, chosen, choices);
    }
  }

  @Coroutine
  private static Generator<int[], Object, Void> delegating(
      int place, int[] chosen, Choices choices) {
    if (place == chosen.length) {
      Coroutines.yield(chosen.clone());
      return Coroutines.done();
    }
    for (int choice : choices.at(place, chosen)) {
      chosen[place] = choice;
      Coroutines.yieldFrom(delegating(place + 1, chosen, choices));
    }
    return Coroutines.done();
  }

  /** Both ways of descending: by subroutines and by delegation. */
  private static List<Generator<int[], Object, Void>> bothWays(int places, Choices choices) {
    return List.of(all(places, choices), delegating(0, new int[places], choices));
  }

  @Coroutine
  private static Iterable<Integer> bits(int place, int[] chosen) {
    Coroutines.yield(0);
    Coroutines.yield(1);
    return null;
  }

  @Test
  void all_products_in_order() {
    for (int places = 0; places < 10; places++) {
      for (Generator<int[], Object, Void> products : bothWays(places, BacktrackingTest::bits)) {
        List<Integer> numbers = new ArrayList<>();
        for (int[] product : products) {
          int number = 0;
          for (int bit : product) {
            number = 2 * number + bit;
          }
          numbers.add(number);
        }
        assertThat(numbers)
            .containsExactlyElementsOf(Stream.iterate(0, i -> i + 1).limit(1L << places).toList());
      }
    }
  }

  @Coroutine
  private static Iterable<Integer> safeColumns(int row, int[] queens) {
    for (int column = 0; column < queens.length; column++) {
      boolean safe = true;
      for (int above = 0; above < row; above++) {
        int distance = Math.abs(queens[above] - column);
        safe &= distance != 0 && distance != row - above;
      }
      if (safe) {
        Coroutines.yield(column);
      }
    }
    return null;
  }

  @Test
  void eight_queens() {
    for (Generator<int[], Object, Void> solutions : bothWays(8, BacktrackingTest::safeColumns)) {
      List<int[]> all = solutions.stream().toList();
      assertThat(all).hasSize(92);
      assertThat(all.get(0)).containsExactly(0, 4, 7, 5, 2, 6, 1, 3);
      assertThat(all.get(1)).containsExactly(0, 5, 7, 2, 6, 3, 1, 4);
    }
  }

  private static final int SIDE = 10;
  private static final int[][] JUMPS = {
    {-1, -2}, {-2, -1}, {-2, 1}, {-1, 2}, {1, 2}, {2, 1}, {2, -1}, {1, -2}
  };

  private static List<Integer> jumps(int square, int place, int[] tour) {
    List<Integer> free = new ArrayList<>();
    for (int[] jump : JUMPS) {
      int row = square / SIDE + jump[0];
      int column = square % SIDE + jump[1];
      int target = row * SIDE + column;
      boolean onBoard = row >= 0 && row < SIDE && column >= 0 && column < SIDE;
      if (onBoard && Arrays.stream(tour, 0, place).noneMatch(s -> s == target)) {
        free.add(target);
      }
    }
    return free;
  }

  /** Squares with the fewest ways on come first. */
  @Coroutine
  private static Iterable<Integer> onwards(int place, int[] tour) {
    if (place == 0) {
      Coroutines.yield(0);
      return null;
    }
    List<Integer> targets = jumps(tour[place - 1], place, tour);
    targets.sort(Comparator.comparingInt(target -> jumps(target, place, tour).size()));
    Coroutines.yieldFrom(targets);
    return null;
  }

  @Test
  void a_tour_of_the_knight_a_hundred_frames_deep() {
    List<int[]> tours = new ArrayList<>();
    for (Generator<int[], Object, Void> search : bothWays(SIDE * SIDE, BacktrackingTest::onwards)) {
      int[] tour = search.next();
      assertThat(tour).hasSize(100).doesNotHaveDuplicates().startsWith(0);
      for (int place = 1; place < tour.length; place++) {
        int rows = Math.abs(tour[place] / SIDE - tour[place - 1] / SIDE);
        int columns = Math.abs(tour[place] % SIDE - tour[place - 1] % SIDE);
        assertThat(rows * columns).as("jump %s", place).isEqualTo(2);
      }
      tours.add(tour);
      tours.add(search.next()); // it can go on
      search.close();
    }
    assertThat(tours.get(0)).isEqualTo(tours.get(2)).isNotEqualTo(tours.get(1));
    assertThat(tours.get(1)).isEqualTo(tours.get(3));
  }
}

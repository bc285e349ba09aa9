package dev.weft.differential;

import dev.weft.differential.Language.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A statement of a generator's body, which any language can write. */
interface Statement {
  /** Writes it. */
  void in(Language language);

  /** What may stand for it when the program is to be smaller, each a list of statements. */
  default List<List<Statement>> smaller() {
    return List.of();
  }

  /** A list with one statement left out or smaller, in every possible way. */
  static List<List<Statement>> smaller(List<Statement> statements) {
    List<List<Statement>> lists = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      lists.add(with(statements, i, List.of()));
      for (List<Statement> smaller : statements.get(i).smaller()) {
        lists.add(with(statements, i, smaller));
      }
    }
    return lists;
  }

  private static List<Statement> with(List<Statement> statements, int at, List<Statement> instead) {
    List<Statement> list = new ArrayList<>(statements);
    list.remove(at);
    list.addAll(at, instead);
    return list;
  }

  /** A statement without others in it. */
  record Simple(Consumer<Language> form) implements Statement {
    @Override
    public void in(Language language) {
      form.accept(language);
    }
  }

  /** A loop of so many turns. */
  record Loop(int depth, int turns, List<Statement> body) implements Statement {
    @Override
    public void in(Language language) {
      language.loop(depth, turns, body);
    }

    @Override
    public List<List<Statement>> smaller() {
      List<List<Statement>> all = new ArrayList<>();
      if (turns > 1) {
        all.add(List.of(new Loop(depth, turns - 1, body)));
      }
      Statement.smaller(body).forEach(b -> all.add(List.of(new Loop(depth, turns, b))));
      return all;
    }
  }

  /** One body at even counts, another at odd ones. */
  record Alternative(List<Statement> even, List<Statement> odd) implements Statement {
    @Override
    public void in(Language language) {
      language.alternate(even, odd);
    }

    @Override
    public List<List<Statement>> smaller() {
      List<List<Statement>> all = new ArrayList<>(List.of(even, odd));
      Statement.smaller(even).forEach(b -> all.add(List.of(new Alternative(b, odd))));
      Statement.smaller(odd).forEach(b -> all.add(List.of(new Alternative(even, b))));
      return all;
    }
  }

  /** A try statement; without handlers and finally block just its body. */
  record Attempt(int depth, List<Statement> body, List<Handler> handlers, List<Statement> last)
      implements Statement {
    @Override
    public void in(Language language) {
      if (handlers.isEmpty() && last.isEmpty()) {
        body.forEach(statement -> statement.in(language));
      } else {
        language.attempt(depth, body, handlers, last);
      }
    }

    @Override
    public List<List<Statement>> smaller() {
      List<List<Statement>> all = new ArrayList<>(List.of(body, last));
      Statement.smaller(body).forEach(b -> all.add(only(b, handlers, last)));
      Statement.smaller(last).forEach(b -> all.add(only(body, handlers, b)));
      for (int i = 0; i < handlers.size(); i++) {
        Failure failure = handlers.get(i).failure();
        List<Handler> fewer = new ArrayList<>(handlers);
        fewer.remove(i);
        all.add(only(body, fewer, last));
        for (List<Statement> b : Statement.smaller(handlers.get(i).body())) {
          List<Handler> changed = new ArrayList<>(handlers);
          changed.set(i, new Handler(failure, b));
          all.add(only(body, changed, last));
        }
      }
      return all;
    }

    private List<Statement> only(List<Statement> b, List<Handler> h, List<Statement> l) {
      return List.of(new Attempt(depth, b, h, l));
    }
  }
}

package dev.weft.soak;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;

/** Works a database in memory: parser, planner, indexes, transactions; prints what it finds. */
final class DatabaseProgram {
  private static final int CUSTOMERS = 200;
  private static final int ORDERS = 3_000;
  private static final long SEED = 42;

  private static final List<String> TABLES =
      List.of(
          "create table customer(id int primary key, name varchar(40) not null, town varchar(20))",
          "create table orders(id identity primary key, customer int references customer(id),"
              + " placed date, cents bigint check (cents >= 0), note varchar)",
          "create index by_town on customer(town)",
          "create index by_customer on orders(customer, placed desc)",
          "create view spent as select c.town, sum(o.cents) as total, count(*) as orders"
              + " from customer c join orders o on o.customer = c.id group by c.town");

  private static final List<String> QUERIES =
      List.of(
          "select * from spent order by total desc, town",
          "select c.name, max(o.cents) from customer c left join orders o on o.customer = c.id"
              + " where c.town like 'T%1' group by c.name having count(o.id) > 3 order by 2, 1",
          "with recursive n(i) as (select 1 union all select i + 1 from n where i < 50)"
              + " select sum(i), avg(cast(i as double)), listagg(i, ';') within group (order by i)"
              + " from n where mod(i, 7) = 0",
          "select id, cents, rank() over (partition by customer order by cents desc) r from orders"
              + " where customer between 10 and 14 order by customer, r, id fetch first 20 rows only",
          "select distinct substring(note, 1, 6), upper(replace(note, 'order', 'o')) from orders"
              + " where note regexp '.*[13579]7$' order by 1, 2",
          "select year(placed), month(placed), sum(cents), stddev_pop(cents) from orders"
              + " where exists (select 1 from customer c where c.id = customer and c.town <> 'T3')"
              + " group by year(placed), month(placed) order by 1, 2",
          "explain select * from orders o, customer c where o.customer = c.id and c.town = 'T1'",
          "select case when cents > 5000 then 'dear' else 'cheap' end k, count(*) from orders"
              + " group by k order by k");

  private DatabaseProgram() {}

  /** Runs it. */
  public static void main(String[] arguments) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:soak");
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.execute(table);
      }
      fill(connection);
      change(connection, statement);
      for (String query : QUERIES) {
        print(statement, query);
      }
    }
  }

  private static void fill(Connection connection) throws SQLException {
    Random random = new Random(SEED);
    String customers = "insert into customer values (?, ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(customers)) {
      for (int i = 0; i < CUSTOMERS; i++) {
        insert.setInt(1, i);
        insert.setString(2, "customer " + i);
        insert.setString(3, "T" + random.nextInt(12));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    String orders =
        "insert into orders(customer, placed, cents, note)"
            + " values (?, dateadd(day, ?, date '2020-01-01'), ?, ?)";
    try (PreparedStatement insert = connection.prepareStatement(orders)) {
      for (int i = 0; i < ORDERS; i++) {
        insert.setInt(1, random.nextInt(CUSTOMERS));
        insert.setInt(2, random.nextInt(700));
        insert.setLong(3, random.nextInt(10_000));
        insert.setString(4, "order " + i);
        insert.executeUpdate();
      }
    }
  }

  private static void change(Connection connection, Statement statement) throws SQLException {
    connection.setAutoCommit(false);
    statement.execute("update orders set cents = cents + 1 where customer = 7");
    statement.execute("delete from orders where cents < 100");
    connection.commit();
    statement.execute("delete from orders");
    connection.rollback();
    connection.setAutoCommit(true);
    for (String wrong :
        List.of("insert into customer values (1, 'twice', null)", "select * from nowhere")) {
      try {
        statement.execute(wrong);
      } catch (SQLException e) {
        System.out.println(e.getErrorCode() + " " + e.getSQLState());
      }
    }
  }

  private static void print(Statement statement, String query) throws SQLException {
    System.out.println(query);
    try (ResultSet rows = statement.executeQuery(query)) {
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= columns; i++) {
          line.append(i == 1 ? "  " : " | ").append(rows.getString(i));
        }
        System.out.println(line);
      }
    }
  }
}

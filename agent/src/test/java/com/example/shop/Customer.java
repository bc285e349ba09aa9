package com.example.shop;

import java.util.ArrayList;
import java.util.List;

/** A main class that does not name the library: it gives lambdas for, and implements, its types. */
public final class Customer implements Order {
  private final List<String> plain = new ArrayList<>();

  private Customer() {}

  @Override
  public void collect(String prefix) {
    plain.add(prefix + "without a till");
  }

  /** Prints what each order gave. */
  public static void main(String[] args) {
    int end = 3;
    Order counting =
        prefix -> {
          for (int i = 1; i <= end; i++) {
            Till.ring(prefix + i);
          }
        };
    System.out.println(Till.take(counting));
    BulkOrder bulk = prefix -> Till.ring(prefix + "in bulk");
    System.out.println(Till.take(bulk));
    System.out.println(Till.take(Till::ring));
    Customer customer = new Customer();
    System.out.println(Till.take(customer) + " " + customer.plain);
  }
}

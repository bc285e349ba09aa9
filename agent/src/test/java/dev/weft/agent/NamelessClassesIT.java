package dev.weft.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.Customer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Classes that have coroutine code and do not name the library. */
class NamelessClassesIT {
  private static final String OUTPUT =
      String.format(
          "[item 1, item 2, item 3]%n[item in bulk]%n[item ]%n[] [item without a till]%n");

  @Test
  void the_main_class_of_the_program_does_not_name_the_library() throws IOException {
    try (InputStream in = Customer.class.getResourceAsStream("Customer.class")) {
      String bytes = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(bytes).contains("com/example/shop/Order").doesNotContain("weft");
    }
  }

  @Test
  void lambdas_for_coroutine_interfaces_suspend_even_in_a_main_class() {
    assertThat(ForkedJvm.woven().run(Customer.class).output()).isEqualTo(OUTPUT);
  }

  @Test
  void it_and_nothing_else_is_woven() {
    ForkedJvm jvm = ForkedJvm.plain().agent(ForkedJvm.agentJar(), "log");
    assertThat(jvm.run(Customer.class).err().lines())
        .contains("[weft] wove com.example.shop.Customer", "[weft] wove com.example.shop.Order")
        .doesNotContain("[weft] wove com.example.shop.BulkOrder");
  }
}

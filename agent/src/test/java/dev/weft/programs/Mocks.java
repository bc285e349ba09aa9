package dev.weft.programs;

import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import dev.weft.Generator;

/** Mocks and spies of coroutine methods; prints what callers get. */
public final class Mocks {
  private Mocks() {}

  /** Runs the kind that is named, between uses of an object that is neither. */
  public static void main(String[] args) {
    System.out.println(Service.throughClass(new Service(), 0));
    switch (args[0]) {
      case "interface" -> mockOfInterface();
      case "class" -> mockOfClass();
      case "spy" -> spied();
      default -> throw new IllegalArgumentException(args[0]);
    }
    System.out.println(Service.throughClass(new Service(), 9));
  }

  private static void mockOfInterface() {
    Loader api = mock(Loader.class);
    when(api.load(anyInt())).thenReturn("mocked");
    when(api.keys(2)).thenReturn(Generator.of(out -> out.yield(20)));
    System.out.println(Service.throughInterface(api, 1));
    System.out.println(Service.plainly(api, 4));
    System.out.println(Service.twoKeys(api));
    verify(api).load(1);
    verify(api).load(4);
    verify(api).keys(2);
    verifyNoMoreInteractions(api);
  }

  private static void mockOfClass() {
    Service service = mock(Service.class);
    when(service.load(anyInt())).thenReturn("mocked");
    when(service.keys(2)).thenReturn(Generator.of(out -> out.yield(20)));
    System.out.println(Service.throughInterface(service, 1));
    System.out.println(Service.throughClass(service, 3));
    System.out.println(Service.plainly(service, 4));
    System.out.println(Service.twoKeys(service));
    verify(service).load(3);
    System.out.println(mockingDetails(service).getInvocations().size());
    System.out.println(Service.throughClass(mock(Service.class), 5));
  }

  private static void spied() {
    Service service = spy(new Service());
    doReturn("stubbed").when(service).load(1);
    System.out.println(Service.throughInterface(service, 1));
    System.out.println(Service.throughClass(service, 1));
    System.out.println(Service.twoKeys(service));
    verify(service, times(2)).load(1);
    System.out.println(mockingDetails(service).getInvocations().size());
  }
}

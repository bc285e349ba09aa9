package dev.weft.programs;

import org.aspectj.lang.JoinPoint;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.After;
import org.aspectj.lang.annotation.AfterReturning;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;

/** Aspects of {@link Advised}, to choose from. */
public final class Aspects {
  private Aspects() {}

  /** Is told of subroutines and generators that begin and end. */
  @Aspect
  public static final class Executions {
    /** At the start. */
    @Before("execution(* dev.weft.programs.Advised.number*(..))")
    public void begin(JoinPoint point) {
      Advised.see("begin " + point.getSignature().getName());
    }

    /** At the end, however it comes. */
    @After("execution(* dev.weft.programs.Advised.number*(..))")
    public void end(JoinPoint point) {
      Advised.see("end " + point.getSignature().getName());
    }

    /** At the end, with what is returned. */
    @AfterReturning(
        pointcut = "execution(int dev.weft.programs.Advised.number(..))",
        returning = "value")
    public void returned(int value) {
      Advised.see("returned " + value);
    }
  }

  /** Is told of calls. */
  @Aspect
  public static final class Calls {
    /** At the start. */
    @Before("call(* dev.weft.programs.Advised.number*(..))")
    public void begin(JoinPoint point) {
      Advised.see("call " + point.getSignature().getName());
    }

    /** At the end, however it comes. */
    @After("call(* dev.weft.programs.Advised.number*(..))")
    public void end(JoinPoint point) {
      Advised.see("called " + point.getSignature().getName());
    }
  }

  /** Stands around a generator method. */
  @Aspect
  public static final class AroundGenerator {
    /** In place of the method. */
    @Around("execution(* dev.weft.programs.Advised.numbers(..))")
    public Object around(ProceedingJoinPoint point) throws Throwable {
      Advised.see("before numbers");
      Object result = point.proceed();
      Advised.see("after numbers");
      return result;
    }
  }

  /** Stands around it twice. */
  @Aspect
  public static final class TwiceAroundGenerator {
    /** In place of the other. */
    @Around("execution(* dev.weft.programs.Advised.numbers(..))")
    public Object outer(ProceedingJoinPoint point) throws Throwable {
      Advised.see("outer");
      return point.proceed();
    }

    /** In place of the method. */
    @Around("execution(* dev.weft.programs.Advised.numbers(..))")
    public Object inner(ProceedingJoinPoint point) throws Throwable {
      Advised.see("inner");
      return point.proceed();
    }
  }

  /** Stands around a subroutine that does not suspend. */
  @Aspect
  public static final class AroundUnsuspended {
    /** In place of the method. */
    @Around("execution(* dev.weft.programs.Advised.tenfold(..))")
    public Object around(ProceedingJoinPoint point) throws Throwable {
      return (int) point.proceed() + 1;
    }
  }

  /** Stands around a subroutine. */
  @Aspect
  public static final class AroundSubroutine {
    /** In place of the method. */
    @Around("execution(* dev.weft.programs.Advised.number(..))")
    public Object around(ProceedingJoinPoint point) throws Throwable {
      return point.proceed();
    }
  }

  /** Stands around calls of a generator method. */
  @Aspect
  public static final class AroundGeneratorCall {
    /** In place of the call. */
    @Around("call(* dev.weft.programs.Advised.numbers(..))")
    public Object around(ProceedingJoinPoint point) throws Throwable {
      Advised.see("before numbers");
      Object result = point.proceed();
      Advised.see("after numbers");
      return result;
    }
  }

  /** Stands around calls of a subroutine. */
  @Aspect
  public static final class AroundSubroutineCall {
    /** In place of the call. */
    @Around("call(* dev.weft.programs.Advised.number(..))")
    public Object around(ProceedingJoinPoint point) throws Throwable {
      return point.proceed();
    }
  }
}

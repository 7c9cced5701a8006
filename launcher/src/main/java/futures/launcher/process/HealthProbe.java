package futures.launcher.process;

/** Asks a child how it is. Answers within about two seconds and never throws for a child that is not there. */
@FunctionalInterface
public interface HealthProbe {
    Health ask();
}

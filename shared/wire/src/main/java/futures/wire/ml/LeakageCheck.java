package futures.wire.ml;

/**
 * One of the tests for knowledge of the future that every training runs.
 *
 * @param number 1 to 14
 * @param result {@code passed}, {@code failed}, or {@code not_applicable}
 * @param detail what was compared and found, with figures
 */
public record LeakageCheck(int number, String name, String result, String detail) {}

package futures.launcher;

/** What the launcher ends with; the help lists them. */
final class ExitCode {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int WRONG_USE = 2;
    static final int NOT_RUNNING = 3;
    static final int CANNOT_START = 4;
    static final int NOT_HEALTHY = 5;

    private ExitCode() {}
}

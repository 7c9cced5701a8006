package futures.launcher.process;

/** What an exit code says, in words. */
final class ExitReason {
    private ExitReason() {}

    /** A process that a signal ended reports 128 plus the signal's number. */
    static String of(int code) {
        String name = switch (code - 128) {
            case 1 -> "SIGHUP";
            case 2 -> "SIGINT";
            case 6 -> "SIGABRT";
            case 9 -> "SIGKILL";
            case 11 -> "SIGSEGV";
            case 15 -> "SIGTERM";
            default -> null;
        };
        return name == null ? "ended with exit code " + code : "was ended by " + name;
    }
}

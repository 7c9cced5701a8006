package futures.launcher;

/** Why a command cannot do its work, in words for the user, with the exit code that says so to scripts. */
final class LaunchException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int exitCode;

    LaunchException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}

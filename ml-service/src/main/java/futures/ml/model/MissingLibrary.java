package futures.ml.model;

/** Native code that this machine cannot run. Its message says what to do. */
public final class MissingLibrary extends RuntimeException {
    MissingLibrary(String message, Throwable cause) {
        super(message, cause);
    }

    static String machine() {
        return System.getProperty("os.name") + ", " + System.getProperty("os.arch");
    }
}

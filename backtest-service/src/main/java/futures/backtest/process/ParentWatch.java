package futures.backtest.process;

import java.io.BufferedReader;
import java.io.IOException;

/** Ends a process with the service that began it, which holds the other end of its standard input. */
public final class ParentWatch {
    private static final int ALONE = 3;

    private ParentWatch() {}

    /** @param in standard input, of which everything that was to be said has been read */
    public static void start(BufferedReader in) {
        Thread thread = new Thread(
                () -> {
                    try {
                        while (in.read() >= 0) {
                            // Nothing is said; only the end matters.
                        }
                    } catch (IOException e) {
                        // A broken pipe is an end too.
                    }
                    Runtime.getRuntime().halt(ALONE);
                },
                "parent-watch");
        thread.setDaemon(true);
        thread.start();
    }
}

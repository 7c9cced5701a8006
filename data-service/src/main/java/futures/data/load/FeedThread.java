package futures.data.load;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Work on a thread of its own, whose failure is kept for the caller. */
final class FeedThread {
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    private final Thread thread;
    private volatile Throwable failure;

    FeedThread(Work work, Work last) {
        thread = new Thread(
                () -> {
                    try {
                        try {
                            work.run();
                        } catch (IOException | RuntimeException | Error e) {
                            failure = e;
                        }
                        last.run();
                    } catch (InterruptedException | IOException e) {
                        failure = e;
                    }
                },
                "import-parse");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void rethrow() {
        if (failure instanceof IOException io) {
            throw new UncheckedIOException(io.getMessage(), io);
        }
        if (failure instanceof ImportRefused refused) {
            throw refused;
        }
        if (failure != null) {
            throw new IllegalStateException("the import's reader failed", failure);
        }
    }

    /** Ends it, whether it is done or waits for room in the queue. */
    void stop() {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

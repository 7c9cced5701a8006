package futures.backtest.strategy;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads what changes before anybody asks for it, and logs what is wrong as soon as it is saved. It wakes up by the file
 * system's events where there are any and looks by itself every second, for network and container file systems have none.
 */
public final class FolderWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);
    private static final long LOOK_SECONDS = 1;

    private final StrategyRegistry strategies;
    private final Path directory;
    private final Thread thread;
    private WatchService events;
    private volatile boolean closed;

    public FolderWatch(StrategyRegistry strategies, Path directory) {
        this.strategies = strategies;
        this.directory = directory;
        this.thread = new Thread(this::watch, "strategies-watch");
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    private void watch() {
        while (!closed) {
            try {
                await();
                strategies.refresh();
            } catch (InterruptedException | ClosedWatchServiceException e) {
                return;
            } catch (RuntimeException e) {
                LOG.atError().setCause(e).log("the strategies directory could not be looked at");
            }
        }
    }

    private void await() throws InterruptedException {
        if (events == null && Files.isDirectory(directory)) {
            register();
        }
        if (events == null) {
            TimeUnit.SECONDS.sleep(LOOK_SECONDS);
            return;
        }
        WatchKey key = events.poll(LOOK_SECONDS, TimeUnit.SECONDS);
        if (key != null) {
            key.pollEvents();
            if (!key.reset()) {
                closeEvents(); // the directory went; it may come again
            }
        }
    }

    private void register() {
        try {
            events = directory.getFileSystem().newWatchService();
            directory.register(
                    events,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
        } catch (IOException | UnsupportedOperationException e) {
            LOG.atDebug().log("no events of the strategies directory; it is looked at every second: " + e);
            closeEvents();
        }
    }

    private void closeEvents() {
        WatchService open = events;
        events = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LOG.atDebug().log("closing the watch failed: " + e);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}

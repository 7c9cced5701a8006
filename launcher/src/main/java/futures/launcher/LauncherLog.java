package futures.launcher;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import futures.kit.Logging;
import futures.kit.config.Settings;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code logs/launcher.log}: what the launcher did, and what its children wrote to standard error, which is all that is
 * left of a JVM that could not even start. The log is opened once the services run, since loading a logging library
 * takes processor time that they need more; what is said before is kept until then.
 */
final class LauncherLog {
    private record Early(boolean warning, String text) {}

    private List<Early> early = new ArrayList<>();
    private Logger log;

    synchronized void open(Settings settings) {
        if (log != null) {
            return;
        }
        Logging.configure("launcher", settings);
        ch.qos.logback.classic.Logger root =
                (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        List<Appender<ILoggingEvent>> appenders = new ArrayList<>();
        root.iteratorForAppenders().forEachRemaining(appenders::add);
        // The terminal is for what Terminal writes.
        appenders.stream().filter(ConsoleAppender.class::isInstance).forEach(root::detachAppender);
        log = LoggerFactory.getLogger(LauncherLog.class);
        early.forEach(line -> write(line.warning(), line.text()));
        early = List.of();
    }

    synchronized void info(String text) {
        note(false, text);
    }

    synchronized void warn(String text) {
        note(true, text);
    }

    private void note(boolean warning, String text) {
        if (log == null) {
            early.add(new Early(warning, text));
        } else {
            write(warning, text);
        }
    }

    private void write(boolean warning, String text) {
        if (warning) {
            log.warn(text);
        } else {
            log.info(text);
        }
    }
}

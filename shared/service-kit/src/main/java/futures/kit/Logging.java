package futures.kit;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import futures.kit.config.Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Logs to the console and to {@code logs/<service>.log}, in UTF-8 and rotated by size; facts stand behind the message as key="value". */
public final class Logging {
    private static final String CONSOLE = "%d{HH:mm:ss.SSS} %-5level %logger{0} - %msg %kvp%n";
    private static final String FILE =
            "time=%d{\"yyyy-MM-dd'T'HH:mm:ss.SSSXXX\", UTC} level=%level logger=%logger thread=\"%thread\" msg=\"%replace(%msg){'\"', '\\\\\"'}\" %kvp%n%ex";

    private Logging() {}

    /** Sets up logging for this process. */
    public static void configure(String service, Settings settings) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        context.getLogger("futures").setLevel(Level.toLevel(settings.text("log.level")));
        context.getLogger("http").setLevel(Level.toLevel(settings.text("log.level")));

        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setEncoder(encoder(context, CONSOLE));
        console.start();
        root.addAppender(console);
        root.addAppender(file(context, service, settings));
    }

    private static RollingFileAppender<ILoggingEvent> file(LoggerContext context, String service, Settings settings) {
        Path directory = settings.path("directories.logs");
        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setContext(context);
        file.setFile(directory.resolve(service + ".log").toString());
        file.setEncoder(encoder(context, FILE));

        FixedWindowRollingPolicy window = new FixedWindowRollingPolicy();
        window.setContext(context);
        window.setParent(file);
        window.setFileNamePattern(directory.resolve(service + ".%i.log").toString());
        window.setMinIndex(1);
        window.setMaxIndex(settings.integer("log.files"));
        window.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context);
        size.setMaxFileSize(new FileSize(settings.integer("log.file_mb") * FileSize.MB_COEFFICIENT));
        size.start();

        file.setRollingPolicy(window);
        file.setTriggeringPolicy(size);
        file.start();
        return file;
    }

    private static PatternLayoutEncoder encoder(LoggerContext context, String pattern) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(pattern);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.start();
        return encoder;
    }
}

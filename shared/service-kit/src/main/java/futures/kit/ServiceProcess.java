package futures.kit;

import futures.kit.config.ConfigException;
import futures.kit.config.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The body of every service's {@code main}: {@code --home DIR} and any number of {@code --set key=value}. Ends with 0
 * after a stop, 2 when a setting is wrong, 1 when the service could not start.
 *
 * <p>With {@code FUTURES_PARENT=stdin} in the environment it also ends when its standard input does.
 */
public final class ServiceProcess {
    private ServiceProcess() {}

    /** Returns once the service runs; it then ends with the process. */
    public static void run(String name, String[] args, ServiceFactory factory) {
        // What we write is English, with a point as decimal mark, whatever the machine's own language is.
        Locale.setDefault(Locale.ROOT);
        Settings settings;
        try {
            settings = settings(args);
        } catch (ConfigException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        Logging.configure(name, settings);
        Logger log = LoggerFactory.getLogger(ServiceProcess.class);
        if ("stdin".equals(System.getenv("FUTURES_PARENT"))) {
            ParentWatch.start(settings.path("directories.data").resolve("run").resolve("processes.json"));
        }
        try {
            RunningService running = RunningService.start(name, settings, Clock.systemUTC(), factory);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(running, log), "stop"));
            log.atInfo()
                    .addKeyValue("service", name)
                    .addKeyValue("address", running.uri())
                    .log("listening");
            FirstRequests.ask(running, running.firstAsked());
        } catch (ConfigException e) {
            log.error(e.getMessage());
            System.exit(2);
        } catch (Exception e) {
            log.error("cannot start", e);
            System.exit(1);
        }
    }

    private static void stop(RunningService running, Logger log) {
        running.close();
        log.info("stopped");
    }

    private static Settings settings(String[] args) {
        Path home = Path.of("");
        List<String> overrides = new ArrayList<>();
        for (int i = 0; i < args.length; i += 2) {
            if (i + 1 == args.length) {
                throw new ConfigException(args[i] + " needs a value");
            }
            switch (args[i]) {
                case "--home" -> home = Path.of(args[i + 1]);
                case "--set" -> overrides.add(args[i + 1]);
                default -> throw new ConfigException("unknown option " + args[i] + "; known: --home, --set");
            }
        }
        return Settings.load(home, System.getenv(), overrides);
    }
}

package futures.launcher;

import futures.kit.config.Settings;
import futures.launcher.home.Installation;
import futures.launcher.port.Ports;
import futures.wire.ServiceName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the commands that start services. */
final class StartOptions {
    @Mixin
    private HomeOption home = new HomeOption();

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "SERVICE",
            description =
                    "Start these services only, e.g. --only data,backtest. Redis and the dashboard come with them.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "Address to listen on; another than loopback needs a token.")
    private String bind;

    @Option(
            names = "--port",
            paramLabel = "NAME=PORT",
            description =
                    "Port of a service, of the dashboard or of redis, e.g. --port data=9001. 0 takes any free one."
                            + " May be repeated.")
    private Map<String, Integer> ports = new LinkedHashMap<>();

    @Option(
            names = {"-q", "--quiet"},
            description = "Do not show what the services write; it is in the log directory.")
    private boolean quiet;

    Path home() {
        return home.home();
    }

    /** The installation as it stands, before a start decides on free ports. */
    Installation installation() {
        return home.installation();
    }

    boolean quiet() {
        return quiet;
    }

    /** @throws LaunchException for a name that is no service */
    List<ServiceMain> services(List<ServiceMain> all) {
        if (only.isEmpty()) {
            return all;
        }
        List<String> wanted =
                only.stream().map(name -> name.trim().toLowerCase(Locale.ROOT)).toList();
        List<String> known =
                Arrays.stream(ServiceName.values()).map(ServiceName::text).toList();
        for (String name : wanted) {
            if (!known.contains(name)) {
                throw new LaunchException(
                        ExitCode.WRONG_USE,
                        "--only " + name + ": there is no such service; known: " + String.join(", ", known));
            }
        }
        return all.stream()
                .filter(main -> wanted.contains(main.service().text()))
                .toList();
    }

    /** All settings that the command line gives, with a real port in place of each 0, so that everybody knows it. */
    List<String> overrides() {
        List<String> overrides = new ArrayList<>(home.overrides());
        if (bind != null) {
            overrides.add("bind=" + bind);
        }
        ports.forEach((name, port) -> overrides.add("ports." + name + "=" + port));
        Settings settings = Settings.load(home(), System.getenv(), overrides);
        List<String> open = Settings.keys().stream()
                .filter(key -> key.startsWith("ports.") && settings.integer(key) == 0)
                .toList();
        List<Integer> free = Ports.anyFree(settings.text("bind"), open.size());
        for (int i = 0; i < open.size(); i++) {
            overrides.add(open.get(i) + "=" + free.get(i));
        }
        return overrides.stream().distinct().collect(Collectors.toList());
    }
}

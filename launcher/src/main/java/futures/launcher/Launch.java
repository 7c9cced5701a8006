package futures.launcher;

import futures.kit.config.Settings;
import futures.launcher.home.Installation;
import futures.launcher.jvm.ClassArchive;
import futures.launcher.jvm.ClassPath;
import futures.launcher.jvm.JavaCommand;
import futures.launcher.port.PortHolder;
import futures.launcher.port.Ports;
import futures.launcher.process.ChildSpec;
import futures.launcher.process.HttpProbe;
import futures.launcher.process.ProcessBook;
import futures.launcher.redis.RedisChild;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one start will run, decided before anything runs.
 *
 * @param overrides settings of the command line, which every child gets too
 */
record Launch(Installation installation, List<String> overrides, List<ServiceMain> services, ClassArchive archive) {

    static Launch of(StartOptions options, List<ServiceMain> known) {
        List<String> overrides = options.overrides();
        Installation installation = new Installation(Settings.load(options.home(), System.getenv(), overrides));
        return new Launch(installation, overrides, options.services(known), ClassArchive.in(installation.cache()));
    }

    Settings settings() {
        return installation.settings();
    }

    /** Whether Redis is ours to run. */
    boolean ownRedis() {
        return settings().text("redis.url").isEmpty();
    }

    /** Address of a service or of the dashboard, as seen from this machine. */
    URI address(String name) {
        String bind = settings().text("bind");
        String host = bind.equals("0.0.0.0") || bind.equals("::") ? "127.0.0.1" : bind;
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + settings().port(name));
    }

    /** @throws LaunchException naming every port that is taken, by whom, and what to change */
    void checkPorts() {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("dashboard", settings().text("bind"));
        services.forEach(main -> wanted.put(main.service().text(), settings().text("bind")));
        if (ownRedis()) {
            wanted.put(RedisChild.NAME, "127.0.0.1");
        }
        List<String> taken = new ArrayList<>();
        wanted.forEach((name, address) -> {
            int port = settings().port(name);
            if (!Ports.free(address, port)) {
                Optional<String> holder = PortHolder.describe(port);
                taken.add("  port " + port + " (" + name + ") is taken"
                        + holder.map(who -> " by " + who).orElse("") + ": end that program, or use another port with"
                        + " --port " + name + "=0, or set ports." + name + " in config/settings.yaml");
            }
        });
        if (!taken.isEmpty()) {
            throw new LaunchException(ExitCode.CANNOT_START, "Cannot start:\n" + String.join("\n", taken));
        }
    }

    LaunchException alreadyRunning() {
        ProcessBook book = installation.book();
        ProcessBook.Entry launcher = book.entries().get(ProcessBook.LAUNCHER);
        String which = launcher == null ? "" : " (pid " + launcher.pid() + ", dashboard " + launcher.address() + ")";
        return new LaunchException(
                ExitCode.CANNOT_START,
                "It already runs in " + settings().home() + which
                        + ". Stop it with '" + ClassPath.command()
                        + " stop', or start another one with --home and other ports.");
    }

    ChildSpec redis() {
        return RedisChild.spec(installation.data(), settings().port(RedisChild.NAME));
    }

    List<ChildSpec> children() {
        return services.stream().map(this::child).toList();
    }

    private ChildSpec child(ServiceMain main) {
        String name = main.service().text();
        URI address = address(name);
        List<String> arguments =
                new ArrayList<>(List.of("--home", settings().home().toString()));
        overrides.forEach(override -> arguments.addAll(List.of("--set", override)));
        Map<String, String> environment =
                new HashMap<>(JavaCommand.environment(System.getProperty("sun.jnu.encoding")));
        environment.put("FUTURES_PARENT", "stdin");
        return new ChildSpec(
                name,
                address.toString(),
                settings().port(name),
                () -> JavaCommand.of(main.size(), archive.flags(name), main.mainClass(), arguments),
                environment,
                settings().home(),
                new HttpProbe(name, address.resolve("/health"), settings().text("token")));
    }
}

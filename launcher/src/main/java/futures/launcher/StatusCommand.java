package futures.launcher;

import futures.launcher.home.Installation;
import futures.launcher.jvm.ClassPath;
import futures.launcher.process.Health;
import futures.launcher.process.HealthProbe;
import futures.launcher.process.HttpProbe;
import futures.launcher.process.ProcessBook;
import futures.launcher.process.ProcessBook.Entry;
import futures.launcher.redis.RedisChild;
import futures.launcher.redis.RedisProbe;
import futures.launcher.terminal.Terminal;
import futures.launcher.terminal.Terminal.Tone;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        versionProvider = Launcher.VersionText.class,
        description = "Show what runs in this home directory and how it is.")
final class StatusCommand implements Callable<Integer> {
    private static final String ROW = "%-10s %-12s %-8s %-10s %s";

    @Mixin
    private HomeOption home = new HomeOption();

    StatusCommand() {}

    @Override
    public Integer call() {
        Installation installation = home.installation();
        ProcessBook book = installation.book();
        if (book.launcher().isEmpty()) {
            throw new LaunchException(
                    ExitCode.NOT_RUNNING,
                    "Nothing runs in " + installation.settings().home() + ". Start it with: " + ClassPath.command());
        }
        Terminal terminal = Terminal.standard();
        terminal.say(Tone.DIM, ROW.formatted("service", "state", "pid", "up", "address"));
        boolean allHealthy = true;
        for (Entry entry : book.entries().values()) {
            Optional<ProcessHandle> process = entry.running();
            Health.Level level = process.isEmpty()
                    ? Health.Level.UNREACHABLE
                    : probe(entry, installation).ask().level();
            allHealthy &= level == Health.Level.HEALTHY;
            String state = process.isEmpty() ? "down" : level.name().toLowerCase(Locale.ROOT);
            terminal.say(
                    tone(level),
                    ROW.formatted(
                            entry.name(),
                            state,
                            process.map(p -> Long.toString(p.pid())).orElse("-"),
                            process.isPresent() ? text(Duration.between(entry.started(), Instant.now())) : "-",
                            entry.address()));
        }
        return allHealthy ? ExitCode.OK : ExitCode.NOT_HEALTHY;
    }

    private static HealthProbe probe(Entry entry, Installation installation) {
        URI address = URI.create(entry.address());
        return entry.name().equals(RedisChild.NAME)
                ? new RedisProbe(address.getHost(), address.getPort())
                : new HttpProbe(
                        entry.name().equals(ProcessBook.LAUNCHER) ? "dashboard" : entry.name(),
                        address.resolve("/health"),
                        installation.settings().text("token"));
    }

    private static Tone tone(Health.Level level) {
        return switch (level) {
            case HEALTHY -> Tone.GOOD;
            case DEGRADED -> Tone.WARN;
            case UNHEALTHY, UNREACHABLE -> Tone.BAD;
        };
    }

    /** "45 s", "12 min", "3 h 05 min". */
    static String text(Duration up) {
        if (up.toMinutes() == 0) {
            return up.toSeconds() + " s";
        }
        return up.toHours() == 0
                ? up.toMinutes() + " min"
                : "%d h %02d min".formatted(up.toHours(), up.toMinutesPart());
    }
}

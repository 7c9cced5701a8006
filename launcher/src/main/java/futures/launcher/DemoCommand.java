package futures.launcher;

import futures.launcher.demo.Demo;
import futures.launcher.demo.DemoException;
import futures.launcher.home.Installation;
import futures.launcher.jvm.ClassPath;
import futures.launcher.process.ProcessBook;
import futures.launcher.terminal.Terminal;
import futures.launcher.terminal.Terminal.Tone;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        versionProvider = Launcher.VersionText.class,
        description = "Start everything, backtest a shipped strategy on synthetic sample bars, show the result, stop.")
final class DemoCommand implements Callable<Integer> {
    private static final Duration START_TAKES_AT_MOST = Duration.ofMinutes(2);
    private static final Duration ARCHIVE_TAKES_AT_MOST = Duration.ofSeconds(30);

    @Mixin
    private StartOptions options = new StartOptions();

    DemoCommand() {}

    @Override
    public Integer call() {
        Terminal terminal = Terminal.standard();
        Installation installation = options.installation();
        ProcessBook book = installation.book();
        if (book.launcher().isPresent()) {
            terminal.say("Using what already runs in " + options.home() + ".");
            show(name -> address(book, name), installation, terminal);
            return ExitCode.OK;
        }
        List<ServiceMain> services = options.services(ServiceMain.ALL);
        if (services.stream().map(main -> main.service().text()).noneMatch("data"::equals)
                || services.stream().map(main -> main.service().text()).noneMatch("backtest"::equals)) {
            throw new LaunchException(
                    ExitCode.WRONG_USE, "The demo needs the services data and backtest; add them to --only.");
        }
        try (RunningSystem system = RunningSystem.start(options, ServiceMain.ALL, terminal, true)) {
            if (!system.awaitReady(START_TAKES_AT_MOST)) {
                throw new LaunchException(ExitCode.FAILED, "The demo cannot go on: not every service became healthy.");
            }
            terminal.say(Tone.DIM, "Ready in " + system.elapsed());
            system.openDashboard();
            show(system::address, installation, terminal);
            terminal.say("");
            system.finishArchive(ARCHIVE_TAKES_AT_MOST);
        }
        terminal.say(Tone.DIM, "The links work again after: " + ClassPath.command());
        return ExitCode.OK;
    }

    private static URI address(ProcessBook book, String service) {
        String name = service.equals("dashboard") ? ProcessBook.LAUNCHER : service;
        ProcessBook.Entry entry = book.entries().get(name);
        if (entry == null) {
            throw new LaunchException(
                    ExitCode.FAILED, "The demo failed: the service " + service + " is not part of what runs here.");
        }
        return URI.create(entry.address());
    }

    private static void show(Function<String, URI> addresses, Installation installation, Terminal terminal) {
        try {
            new Demo(addresses, installation.settings().text("token"), terminal).run();
        } catch (DemoException e) {
            throw new LaunchException(ExitCode.FAILED, "The demo failed: " + e.getMessage());
        }
    }
}

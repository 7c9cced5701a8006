package futures.launcher;

import futures.launcher.terminal.Terminal;
import futures.launcher.terminal.Terminal.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        versionProvider = Launcher.VersionText.class,
        description = "Show the end of a log, or of all logs.")
final class LogsCommand implements Callable<Integer> {
    private static final long LOOK_AGAIN_MS = 200;

    @Mixin
    private HomeOption home = new HomeOption();

    @Parameters(
            arity = "0..1",
            paramLabel = "SERVICE",
            description = "data, backtest, risk, ml, portfolio or launcher; all by default.")
    private String service;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            description = "Lines of each log (default: ${DEFAULT-VALUE}).",
            defaultValue = "20")
    private int lines;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is written from now on, until Ctrl-C.")
    private boolean follow;

    LogsCommand() {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path directory = home.installation().logs();
        List<LogTail> tails = new ArrayList<>();
        for (String name : names(directory)) {
            tails.add(new LogTail(name, directory.resolve(name + ".log")));
        }
        Terminal terminal = Terminal.standard();
        for (LogTail tail : tails) {
            tail.last(lines).forEach(line -> terminal.child(tail.name(), Tone.PLAIN, line));
        }
        while (follow) {
            for (LogTail tail : tails) {
                tail.added().forEach(line -> terminal.child(tail.name(), Tone.PLAIN, line));
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MS);
        }
        return ExitCode.OK;
    }

    private List<String> names(Path directory) throws IOException {
        List<String> known;
        try (Stream<Path> files = Files.isDirectory(directory) ? Files.list(directory) : Stream.empty()) {
            known = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[a-z]+\\.log"))
                    .map(name -> name.substring(0, name.length() - ".log".length()))
                    .sorted()
                    .toList();
        }
        if (known.isEmpty()) {
            throw new LaunchException(ExitCode.FAILED, "There are no logs in " + directory + " yet.");
        }
        if (service != null && !known.contains(service)) {
            throw new LaunchException(
                    ExitCode.WRONG_USE, "There is no log of '" + service + "'; there are: " + String.join(", ", known));
        }
        return service == null ? known : List.of(service);
    }
}

package futures.launcher;

import futures.kit.config.ConfigException;
import futures.kit.text.Version;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Entry of {@code launcher.jar}. Without a command it starts everything and stays. */
@Command(
        name = "launcher",
        mixinStandardHelpOptions = true,
        versionProvider = Launcher.VersionText.class,
        description =
                "Personal Futures Backtester: starts, watches and stops the five services, Redis and the dashboard.",
        subcommands = {
            StartCommand.class,
            DemoCommand.class,
            StatusCommand.class,
            StopCommand.class,
            LogsCommand.class,
            NewStrategyCommand.class,
            HelpCommand.class
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  done",
            "  1  a service could not be kept running, or the demo failed",
            "  2  wrong option or wrong setting",
            "  3  nothing runs here (status, stop)",
            "  4  cannot start: a port is taken, or it runs already",
            "  5  runs, but something is not healthy (status)",
            "  130, 143  ended by Ctrl-C or SIGTERM, after a clean stop"
        })
public final class Launcher implements Runnable {
    @Mixin
    private StartOptions options = new StartOptions();

    private int exitCode;

    Launcher() {}

    @Override
    public void run() {
        exitCode = StartCommand.start(options);
    }

    public static void main(String[] args) {
        // A child that is still being told to stop must not keep the launcher from ending.
        System.exit(execute(args));
    }

    static int execute(String... args) {
        // What we write is English, with a point as decimal mark, whatever the machine's own language is.
        Locale.setDefault(Locale.ROOT);
        Launcher launcher = new Launcher();
        CommandLine line = new CommandLine(launcher);
        line.setExecutionExceptionHandler((exception, command, parsed) -> report(exception));
        line.setExecutionStrategy(Launcher::run);
        int code = line.execute(args);
        return code == 0 ? launcher.exitCode : code;
    }

    /** Options in front of a command would be read by nobody: better refused than passed over. */
    private static int run(ParseResult parsed) {
        if (parsed.hasSubcommand() && !parsed.matchedOptions().isEmpty()) {
            String option = parsed.matchedOptions().get(0).longestName();
            throw new ParameterException(
                    parsed.commandSpec().commandLine(),
                    "Write options behind the command: launcher "
                            + parsed.subcommand().commandSpec().name() + " " + option + " …");
        }
        return new RunLast().execute(parsed);
    }

    /** Expected failures are one sentence; anything else is a fault of ours and keeps its trace. */
    private static int report(Exception exception) throws Exception {
        if (exception instanceof LaunchException expected) {
            System.err.println(expected.getMessage());
            return expected.exitCode();
        }
        if (exception instanceof ConfigException wrong) {
            System.err.println(wrong.getMessage());
            return ExitCode.WRONG_USE;
        }
        if (exception instanceof java.io.UncheckedIOException io) {
            System.err.println(io.getMessage());
            return ExitCode.FAILED;
        }
        throw exception;
    }

    /** For {@code --version}. */
    static final class VersionText implements IVersionProvider {
        VersionText() {}

        @Override
        public String[] getVersion() {
            return new String[] {
                "Personal Futures Backtester " + Version.product(),
                "Java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + "), "
                        + System.getProperty("os.name") + " " + System.getProperty("os.arch")
            };
        }
    }
}

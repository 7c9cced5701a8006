package futures.launcher;

import futures.launcher.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        versionProvider = Launcher.VersionText.class,
        description = "Start everything and stay until Ctrl-C (the default).")
final class StartCommand implements Callable<Integer> {
    @Mixin
    private StartOptions options = new StartOptions();

    StartCommand() {}

    @Override
    public Integer call() {
        return start(options);
    }

    /** Returns only when nothing is left to watch. */
    static int start(StartOptions options) {
        Terminal terminal = Terminal.standard();
        try (RunningSystem system = RunningSystem.start(options, ServiceMain.ALL, terminal, options.quiet())) {
            return system.stay() ? ExitCode.OK : ExitCode.FAILED;
        }
    }
}

package futures.launcher;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        versionProvider = Launcher.VersionText.class,
        description = "Start everything, backtest a shipped strategy on synthetic sample bars, show the result, stop.")
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private StartOptions options = new StartOptions();

    DemoCommand() {}

    @Override
    public Integer call() {
        return StartCommand.start(options);
    }
}

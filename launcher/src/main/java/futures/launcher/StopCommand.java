package futures.launcher;

import futures.launcher.home.Installation;
import futures.launcher.process.ProcessBook;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        versionProvider = Launcher.VersionText.class,
        description = "Stop what runs in this home directory.")
final class StopCommand implements Callable<Integer> {
    private static final int PATIENCE_SECONDS = 30;

    @Mixin
    private HomeOption home = new HomeOption();

    StopCommand() {}

    @Override
    public Integer call() throws InterruptedException {
        Installation installation = home.installation();
        ProcessBook book = installation.book();
        Optional<ProcessHandle> launcher = book.launcher();
        if (launcher.isPresent()) {
            launcher.get().destroy();
            try {
                launcher.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException e) {
                launcher.get().destroyForcibly();
                System.out.println("The launcher took longer than " + PATIENCE_SECONDS + " s and was ended by force.");
            }
        }
        int left = book.endLeftovers();
        if (launcher.isEmpty() && left == 0) {
            throw new LaunchException(
                    ExitCode.NOT_RUNNING,
                    "Nothing runs in " + installation.settings().home() + ".");
        }
        System.out.println(left == 0 ? "Stopped." : "Stopped; " + left + " left-over processes were ended too.");
        return ExitCode.OK;
    }
}

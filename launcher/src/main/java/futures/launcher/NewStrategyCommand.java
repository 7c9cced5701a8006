package futures.launcher;

import futures.launcher.home.DefaultFiles;
import futures.strategy.template.StrategyTemplate;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "new-strategy",
        mixinStandardHelpOptions = true,
        versionProvider = Launcher.VersionText.class,
        description = "Write a strategy that compiles, and its settings, into strategies/ as a start for your own.")
final class NewStrategyCommand implements Callable<Integer> {
    @Mixin
    private HomeOption home = new HomeOption();

    @Option(
            names = "--javascript",
            description = "In JavaScript, for the live bot and for backtests, in place of Java.")
    private boolean javascript;

    @Parameters(paramLabel = "NAME", description = "Of the class and its file, e.g. MyCross.")
    private String name;

    NewStrategyCommand() {}

    @Override
    public Integer call() throws IOException {
        if (!StrategyTemplate.isName(name)) {
            throw new LaunchException(ExitCode.WRONG_USE, StrategyTemplate.NAMES);
        }
        DefaultFiles.unpack(home.home());
        Path directory = home.installation().settings().path("directories.strategies");
        Files.createDirectories(directory);
        Map<String, String> files = StrategyTemplate.files(name, javascript ? "javascript" : "java");
        for (String file : files.keySet()) {
            if (Files.exists(directory.resolve(file))) {
                throw exists(directory.resolve(file));
            }
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path target = directory.resolve(file.getKey());
            try {
                Files.writeString(target, file.getValue(), StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException e) {
                throw exists(target);
            }
            System.out.println("Written: " + target);
        }
        return ExitCode.OK;
    }

    private static LaunchException exists(Path file) {
        return new LaunchException(
                ExitCode.WRONG_USE, file + " is there already and stays as it is; take another name, or remove it.");
    }
}

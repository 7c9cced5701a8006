package futures.launcher;

import futures.kit.config.Settings;
import futures.launcher.home.Installation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Options of every command that needs to know the installation. */
final class HomeOption {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "Directory of the installation: config, data, logs and strategies are in it."
                    + " Default: FUTURES_HOME, else the current directory.")
    private Path home;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Any setting of config/settings.yaml, e.g. log.level=debug. May be repeated.")
    private List<String> overrides = new ArrayList<>();

    Path home() {
        String variable = System.getenv("FUTURES_HOME");
        Path chosen = home != null ? home : variable != null && !variable.isBlank() ? Path.of(variable) : Path.of("");
        return chosen.toAbsolutePath().normalize();
    }

    List<String> overrides() {
        return overrides;
    }

    Installation installation() {
        return new Installation(Settings.load(home(), System.getenv(), overrides));
    }
}

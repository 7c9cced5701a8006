package futures.risk.prop;

import futures.kit.config.ConfigException;
import futures.kit.http.Problem;
import futures.kit.text.NearNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * {@code config/prop-firms.yaml} of the installation when it has one, else the copy that the program brings. It is read again
 * when somebody asks and its text is another. Safe for many threads.
 */
final class PlanFile {
    private static final String PACKAGED = "/prop-firms.yaml";

    private final Path file;
    private String text;
    private Map<String, Plan> plans;

    PlanFile(Path home) {
        this.file = home.resolve("config").resolve("prop-firms.yaml");
    }

    /** How the file is called. */
    String name() {
        return Files.exists(file) ? file.toString() : "prop-firms.yaml";
    }

    /** @throws ConfigException with file, line and key when something in it is wrong */
    synchronized Map<String, Plan> read() {
        String now = now();
        if (!now.equals(text)) {
            plans = PlanReader.read(name(), now);
            text = now;
        }
        return plans;
    }

    private String now() {
        try {
            if (Files.exists(file)) {
                return Files.readString(file);
            }
            try (InputStream in = PlanFile.class.getResourceAsStream(PACKAGED)) {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** @throws Problem 409 when the file was broken since the start */
    Map<String, Plan> plans() {
        try {
            return read();
        } catch (ConfigException e) {
            throw Problem.conflict("The file of plans cannot be read; mend it: " + e.getMessage());
        } catch (UncheckedIOException e) {
            throw Problem.conflict("The file of plans cannot be read: " + e.getMessage() + ". Save it as UTF-8 text.");
        }
    }

    /** @throws Problem 404 with near names */
    Plan plan(String id) {
        Map<String, Plan> all = plans();
        Plan plan = all.get(id);
        if (plan == null) {
            String hint = NearNames.hint(id, all.keySet());
            throw Problem.notFound("There is no plan '" + id + "'"
                            + (hint.isEmpty() ? "; there are " + String.join(", ", all.keySet()) + "." : hint))
                    .field("plan", id, "not in " + name());
        }
        return plan;
    }
}

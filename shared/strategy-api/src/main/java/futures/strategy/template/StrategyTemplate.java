package futures.strategy.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A strategy that compiles and trades, to be changed into one's own: its source and its settings. */
public final class StrategyTemplate {
    /** What {@link #isName} asks for, in a sentence. */
    public static final String NAMES =
            "A strategy is called like a Java class: letters, digits and _, beginning with a capital, e.g. MyCross.";

    private StrategyTemplate() {}

    public static boolean isName(String name) {
        return name.matches("[A-Z][A-Za-z0-9_]{0,99}");
    }

    /**
     * Text by file name.
     *
     * @throws IllegalArgumentException when it is no name
     */
    public static Map<String, String> files(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException(NAMES);
        }
        Map<String, String> files = new LinkedHashMap<>();
        for (String ending : new String[] {".java", ".yaml"}) {
            files.put(name + ending, text("Template" + ending + ".txt").replace("Template", name));
        }
        return files;
    }

    private static String text(String resource) {
        try (InputStream in = StrategyTemplate.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

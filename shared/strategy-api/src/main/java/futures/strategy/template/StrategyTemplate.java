package futures.strategy.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A strategy that compiles and trades, to be changed into one's own: its source and its settings. */
public final class StrategyTemplate {
    /** Kinds that there is a template for. */
    public static final List<String> KINDS = List.of("java", "javascript");

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
     * @param kind one of {@link #KINDS}
     * @throws IllegalArgumentException when it is no name, or no kind
     */
    public static Map<String, String> files(String name, String kind) {
        if (!isName(name)) {
            throw new IllegalArgumentException(NAMES);
        }
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException(
                    "there are templates for " + String.join(", ", KINDS) + ", not for " + kind);
        }
        boolean script = kind.equals("javascript");
        Map<String, String> files = new LinkedHashMap<>();
        files.put(name + (script ? ".js" : ".java"), text(script ? "Template.js.txt" : "Template.java.txt", name));
        files.put(name + ".yaml", text(script ? "Template.js.yaml.txt" : "Template.yaml.txt", name));
        return files;
    }

    private static String text(String resource, String name) {
        try (InputStream in = StrategyTemplate.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("Template", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package futures.launcher.web;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The files that a module of ECMAScript imports, and that those import. A browser learns of them only file by file, each level
 * a round trip later; a page that names them at once has them at once.
 */
final class ModuleGraph {
    /** {@code import … from "/web/…"} and {@code import "/web/…"}; not {@code import(…)}, which may never be reached. */
    private static final Pattern IMPORT =
            Pattern.compile("^(?:import|export)\\b[^;(]*?[\"'](/web/[^\"']+)[\"']", Pattern.MULTILINE);

    private final UnaryOperator<String> texts;

    /** @param texts the text of the module at a path */
    ModuleGraph(UnaryOperator<String> texts) {
        this.texts = texts;
    }

    /** The given modules and all they lead to, the nearest first. */
    Set<String> of(String... modules) {
        Set<String> found = new LinkedHashSet<>(Set.of(modules));
        Deque<String> next = new ArrayDeque<>(found);
        while (!next.isEmpty()) {
            Matcher imports = IMPORT.matcher(texts.apply(next.remove()));
            while (imports.find()) {
                if (found.add(imports.group(1))) {
                    next.add(imports.group(1));
                }
            }
        }
        return found;
    }
}

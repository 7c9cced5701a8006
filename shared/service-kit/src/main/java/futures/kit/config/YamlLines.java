package futures.kit.config;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Flattens a YAML file into dotted keys that remember the line they stand on. */
public final class YamlLines {
    private YamlLines() {}

    /**
     * One value of the file.
     *
     * @param key  dotted path, list elements as {@code name[0]}
     * @param text scalar as written, quotes removed
     * @param line 1-based
     */
    public record Entry(String key, String text, int line) {}

    /**
     * Reads a whole file.
     *
     * @param name how messages call the file
     * @throws ConfigException with file and line when the text is no YAML or says a key twice
     */
    public static List<Entry> read(String name, String yaml) {
        try {
            List<Entry> entries = new ArrayList<>();
            new Compose(LoadSettings.builder()
                            .setUseMarks(true)
                            .setAllowDuplicateKeys(false)
                            .build())
                    .composeString(yaml)
                    .ifPresent(node -> collect(name, "", node, entries));
            return entries;
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            throw new ConfigException(name + ":" + line + ": not valid YAML: " + e.getProblem());
        }
    }

    private static void collect(String file, String prefix, Node node, List<Entry> into) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                    throw new ConfigException(file + ":" + line(tuple.getKeyNode()) + ": a key must be plain text");
                }
                collect(
                        file,
                        prefix.isEmpty() ? key.getValue() : prefix + "." + key.getValue(),
                        tuple.getValueNode(),
                        into);
            }
        } else if (node instanceof SequenceNode sequence) {
            int i = 0;
            for (Node element : sequence.getValue()) {
                collect(file, prefix + "[" + i++ + "]", element, into);
            }
        } else if (node instanceof ScalarNode scalar) {
            into.add(new Entry(prefix, scalar.getValue(), line(node)));
        }
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }
}

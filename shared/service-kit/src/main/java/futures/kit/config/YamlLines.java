package futures.kit.config;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Flattens a YAML file into dotted keys that remember the line they stand on. */
public final class YamlLines {
    /** Text of a map without entries. */
    public static final String EMPTY_MAP = "{}";
    /** Text of a list without elements. */
    public static final String EMPTY_LIST = "[]";

    private YamlLines() {}

    /**
     * One value of the file.
     *
     * @param key    dotted path, list elements as {@code name[0]}
     * @param text   scalar as written, quotes removed
     * @param quoted whether it stood in quotes or in a block, and is text whatever it looks like
     * @param line   1-based, and so is column
     */
    public record Entry(String key, String text, boolean quoted, int line, int column) {}

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
                            // collect() refuses them with their place.
                            .setAllowNonScalarKeys(true)
                            // A few lines of aliases can stand for more than memory holds, or for themselves.
                            .setMaxAliasesForCollections(0)
                            .build())
                    .composeString(yaml)
                    .ifPresent(node -> collect(name, "", node, entries));
            return entries;
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            int column = e.getProblemMark().map(mark -> mark.getColumn() + 1).orElse(0);
            throw new ConfigException(name, line, column, "not valid YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            boolean aliases = String.valueOf(e.getMessage()).startsWith("Number of aliases");
            throw new ConfigException(
                    name,
                    1,
                    1,
                    aliases
                            ? "aliases (*name) for lists and maps are not allowed; write them out"
                            : "not valid YAML: " + e.getMessage());
        } catch (StackOverflowError e) {
            throw new ConfigException(name, 1, 1, "not valid YAML: nested too deeply");
        }
    }

    private static void collect(String file, String prefix, Node node, List<Entry> into) {
        if (node instanceof CollectionNode<?> collection
                && collection.getValue().isEmpty()) {
            into.add(new Entry(
                    prefix, node instanceof MappingNode ? EMPTY_MAP : EMPTY_LIST, false, line(node), column(node)));
        } else if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                    throw new ConfigException(
                            file, line(tuple.getKeyNode()), column(tuple.getKeyNode()), "a key must be plain text");
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
            into.add(new Entry(
                    prefix, scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN, line(node), column(node)));
        }
    }

    private static int column(Node node) {
        return node.getStartMark().map(Mark::getColumn).orElse(-1) + 1;
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }
}

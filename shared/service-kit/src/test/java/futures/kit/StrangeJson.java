package futures.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import futures.kit.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Good JSON in which a node was replaced by a strange one, or a part of the text is missing. */
public final class StrangeJson {
    private static final List<String> STRANGE = List.of(
            "null",
            "true",
            "-1",
            "0",
            "1.5",
            "1e400",
            "-1e-400",
            "99999999999999999999",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"NaN\"",
            "\"\\u0000\"",
            "\"\\ud83d\"",
            "\"2024-13-01T00:00:00Z\"",
            "\"" + "9".repeat(2_000) + "\"",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "[{}]",
            "{\"x\": 1}");

    private StrangeJson() {}

    public static String of(String good, Random random) throws IOException {
        if (random.nextInt(10) == 0) {
            return good.substring(0, random.nextInt(good.length()));
        }
        JsonNode strange = Json.mapper().readTree(STRANGE.get(random.nextInt(STRANGE.size())));
        JsonNode root = Json.mapper().readTree(good);
        List<Runnable> places = new ArrayList<>();
        collect(root, strange, places);
        if (random.nextInt(places.size() + 1) == 0) {
            return strange.toString();
        }
        places.get(random.nextInt(places.size())).run();
        return root.toString();
    }

    private static void collect(JsonNode node, JsonNode strange, List<Runnable> places) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                places.add(() -> object.set(field.getKey(), strange));
                collect(field.getValue(), strange, places);
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                places.add(() -> array.set(at, strange));
                collect(array.get(i), strange, places);
            }
        }
    }
}

package futures.backtest.verify;

import com.fasterxml.jackson.databind.JsonNode;
import futures.backtest.process.Said;
import futures.wire.backtest.Verification;
import futures.wire.backtest.Verification.Difference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A stored result beside the one that was made to verify it. */
final class Comparison {
    private static final String JDK = "jdk";
    /** Ends of entries, and what it means when they differ; what is not here is a setting. */
    private static final List<Map.Entry<String, String>> CAUSES = List.of(
            Map.entry("engine_version", "the engine is another version"),
            Map.entry("strategy_hash", "the code of the strategy changed"),
            Map.entry("finer_", "the finer bars changed"),
            Map.entry("data_hash", "the bars changed"),
            Map.entry("first_bar", "the bars changed"),
            Map.entry("last_bar", "the bars changed"),
            Map.entry("bars", "the bars changed"),
            Map.entry("made_from", "the bars are made of others"),
            Map.entry("margin_hash", "the margins changed"),
            Map.entry("margin", "the margins changed"),
            Map.entry("calendar", "the trading days or hours of the contract changed"),
            Map.entry("contract", "the contract changed"),
            Map.entry("costs.", "the costs changed"),
            Map.entry("rolls_hash", "the rolls changed"),
            Map.entry("adjustment", "the adjustment for rolls changed"),
            Map.entry("rates_hash", "the currency rates changed"));

    private Comparison() {}

    /**
     * @param stored the result as the store has it, with {@code manifest} and {@code result_hash}
     * @param since  what changed since then and yet was not used in the new run, so that it explains no difference
     */
    static Verification of(JsonNode stored, Said again, List<Difference> since, Instant now) {
        JsonNode before = stored.path("manifest");
        List<Difference> differences = differences(before, again.manifest());
        String hash = stored.path("result_hash").asText();
        boolean same = hash.equals(again.resultHash());
        String verdict = same ? "verified" : differences.isEmpty() ? "not_reproducible" : "changed";
        List<Difference> all = new ArrayList<>(differences);
        all.addAll(since);
        return new Verification(
                verdict,
                text(same, same ? all : differences),
                all,
                hash,
                again.resultHash(),
                before.path(JDK).asText(null),
                again.manifest().path(JDK).asText(null),
                now);
    }

    private static String text(boolean same, List<Difference> differences) {
        String changes = causes(differences);
        if (same) {
            return "A run in a fresh process gave the same result"
                    + (changes.isEmpty() ? "." : ", although since then " + changes + ".");
        }
        return changes.isEmpty()
                ? "Nothing that the result is known to depend on has changed, and yet a run in a fresh process gave another"
                        + " one: the strategy goes by something else, such as a clock, random numbers or files of its own."
                : "A run in a fresh process gave another result, for since then " + changes + ".";
    }

    private static String causes(List<Difference> differences) {
        Set<String> causes = new LinkedHashSet<>();
        for (Difference difference : differences) {
            causes.add(CAUSES.stream()
                    .filter(cause -> difference.entry().contains(cause.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("settings or parameters changed"));
        }
        return String.join(" and ", causes);
    }

    private static List<Difference> differences(JsonNode stored, JsonNode again) {
        Map<String, String> before = new TreeMap<>();
        Map<String, String> after = new TreeMap<>();
        flatten("", stored, before);
        flatten("", again, after);
        Set<String> entries = new TreeSet<>(before.keySet());
        entries.addAll(after.keySet());
        entries.remove(JDK);
        List<Difference> differences = new ArrayList<>();
        for (String entry : entries) {
            String was = before.get(entry);
            String is = after.get(entry);
            if (was == null ? is != null : !was.equals(is)) {
                differences.add(new Difference(entry, was, is));
            }
        }
        return differences;
    }

    /** Null leaves out: an entry that is null and one that is not there say the same. */
    private static void flatten(String path, JsonNode node, Map<String, String> leaves) {
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> flatten(
                            path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue(), leaves));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(path + "[" + i + "]", node.get(i), leaves);
            }
        } else if (!node.isNull() && !node.isMissingNode()) {
            leaves.put(path, node.isNumber() ? plain(node) : node.asText());
        }
    }

    private static String plain(JsonNode number) {
        return number.decimalValue().stripTrailingZeros().toPlainString();
    }
}

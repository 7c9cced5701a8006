package futures.backtest.serve;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import futures.kit.json.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stored rows column by column, for a page that wants all of them: {@code {"rows": 2, "columns": {"net": [12.5, -3], "side": {"values":
 * ["LONG", "SHORT"], "index": [0, 1]}, "entry_time": {"epoch_ms": [1704182400000, 1704182460000]}}}}. A name is written once instead of in
 * every row, a word that comes again and again as its number, a time as a number: a browser has no texts to keep.
 */
final class ColumnRows {
    /** More different words than this are no vocabulary: they are written as they are. */
    private static final int MOST_WORDS = 200;

    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final List<Column> inOrder = new ArrayList<>();
    private final Set<String> times;
    private int rows;

    private ColumnRows(Set<String> times) {
        this.times = times;
    }

    /** @param times fields that are instants, of whole milliseconds */
    static void write(InputStream stored, Set<String> times, OutputStream to) throws IOException {
        ColumnRows read = new ColumnRows(times);
        try (JsonParser parser = Json.mapper().createParser(stored)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.START_OBJECT) {
                    read.row(parser);
                }
            }
        }
        try (Writer out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8), 1 << 16)) {
            read.write(out);
        }
    }

    private void row(JsonParser parser) throws IOException {
        int place = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Column column = column(parser.currentName(), place++);
            parser.nextToken();
            column.fill(rows);
            column.take(parser);
        }
        rows++;
    }

    /** Rows name their fields in the same order, so the column is most often where it was in the row before. */
    private Column column(String name, int place) {
        if (place < inOrder.size() && inOrder.get(place).name.equals(name)) {
            return inOrder.get(place);
        }
        return columns.computeIfAbsent(name, unknown -> {
            Column made = new Column(unknown, times.contains(unknown));
            inOrder.add(made);
            return made;
        });
    }

    private void write(Writer out) throws IOException {
        out.write("{\"rows\":" + rows + ",\"columns\":{");
        String between = "";
        for (Map.Entry<String, Column> column : columns.entrySet()) {
            out.write(between + "\"" + column.getKey() + "\":");
            column.getValue().fill(rows);
            column.getValue().write(out);
            between = ",";
        }
        out.write("}}");
    }

    private static final class Column {
        private final String name;
        private final boolean time;
        /** Values as JSON, a comma after each; of a vocabulary their numbers. */
        private final StringBuilder values = new StringBuilder();

        private final Map<String, Integer> words = new LinkedHashMap<>();
        private boolean vocabulary = true;
        private int filled;

        Column(String name, boolean time) {
            this.name = name;
            this.time = time;
        }

        /** Rows that did not have it. */
        void fill(int row) {
            for (; filled < row; filled++) {
                values.append("null,");
            }
        }

        void take(JsonParser parser) throws IOException {
            JsonToken token = parser.currentToken();
            if (token == JsonToken.VALUE_STRING && time) {
                values.append(Instant.parse(parser.getText()).toEpochMilli());
            } else if (token == JsonToken.VALUE_STRING) {
                text(parser.getText());
            } else if (token.isStructStart()) {
                values.append(parser.readValueAsTree().toString());
            } else {
                // numbers, truth values and null, to the digit as they are stored
                values.append(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
            }
            values.append(',');
            filled++;
        }

        private void text(String word) {
            if (vocabulary) {
                Integer number = words.get(word);
                if (number == null && words.size() < MOST_WORDS) {
                    number = words.size();
                    words.put(word, number);
                }
                if (number != null) {
                    values.append(number.intValue());
                    return;
                }
                spellOut();
            }
            quoted(values, word);
        }

        /** Writes anew what was written as numbers. */
        private void spellOut() {
            vocabulary = false;
            String[] known = words.keySet().toArray(String[]::new);
            String numbers = values.toString();
            values.setLength(0);
            for (String one : numbers.split(",")) {
                if (!one.isEmpty()) {
                    if (one.equals("null")) {
                        values.append("null");
                    } else {
                        quoted(values, known[Integer.parseInt(one)]);
                    }
                    values.append(',');
                }
            }
        }

        private static void quoted(StringBuilder into, String word) {
            into.append('"');
            JsonStringEncoder.getInstance().quoteAsString(word, into);
            into.append('"');
        }

        void write(Writer out) throws IOException {
            boolean spoken = vocabulary && !words.isEmpty();
            if (spoken) {
                StringBuilder named = new StringBuilder("{\"values\":[");
                for (String word : words.keySet()) {
                    quoted(named, word);
                    named.append(',');
                }
                named.setLength(named.length() - 1);
                out.append(named).append("],\"index\":");
            } else if (time) {
                out.append("{\"epoch_ms\":");
            }
            if (!values.isEmpty()) {
                values.setLength(values.length() - 1);
            }
            out.append('[').append(values).append(spoken || time ? "]}" : "]");
        }
    }
}

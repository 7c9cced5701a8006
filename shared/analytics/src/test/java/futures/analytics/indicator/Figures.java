package futures.analytics.indicator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** A table of reference figures among the test resources; lines that begin with # tell where they are from. */
final class Figures {
    private final List<String> names;
    private final List<String[]> rows;

    private Figures(List<String> names, List<String[]> rows) {
        this.names = names;
        this.rows = rows;
    }

    static Figures read(String resource) {
        try (InputStream in = Figures.class.getResourceAsStream(resource)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            return new Figures(
                    Arrays.asList(lines.get(0).split(",")),
                    lines.stream().skip(1).map(line -> line.split(",")).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int size() {
        return rows.size();
    }

    String text(String name, int row) {
        int column = names.indexOf(name);
        if (column < 0) {
            throw new IllegalArgumentException("there is no column " + name + " among " + names);
        }
        return rows.get(row)[column];
    }

    double number(String name, int row) {
        return Double.parseDouble(text(name, row));
    }
}

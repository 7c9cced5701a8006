package futures.analytics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Named tables of a resource: a line with name and number of rows, then the rows. Lines with # say where they come from. */
public final class ReferenceTables {
    private final Map<String, double[][]> tables = new HashMap<>();

    private ReferenceTables() {}

    public static ReferenceTables read(Class<?> beside, String resource) {
        ReferenceTables read = new ReferenceTables();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(beside.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.startsWith("#")) {
                    String[] head = line.split(" ");
                    double[][] rows = new double[Integer.parseInt(head[1])][];
                    for (int i = 0; i < rows.length; i++) {
                        rows[i] = Arrays.stream(in.readLine().split(" "))
                                .mapToDouble(Double::parseDouble)
                                .toArray();
                    }
                    read.tables.put(head[0], rows);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }

    public boolean has(String name) {
        return tables.containsKey(name);
    }

    public double[][] table(String name) {
        if (!has(name)) {
            throw new AssertionError("there is no " + name);
        }
        return tables.get(name);
    }

    public double[] row(String name) {
        return table(name)[0];
    }

    public double number(String name) {
        return row(name)[0];
    }
}

package futures.javascript;

import java.util.ArrayList;
import java.util.List;

/**
 * A line that a script wrote to its console.
 *
 * @param number its place among all of the run, the first being 1
 * @param time   simulated, in epoch milliseconds UTC
 * @param level  log, info, warn, error or debug
 */
public record ConsoleLine(int number, long time, String level, String text) {
    private static final String FIELD = "\u0001";
    private static final String LINE = "\u0002";

    /** @param written number of all lines of the run, of which the text has the last ones */
    static List<ConsoleLine> parse(String text, int written) {
        List<ConsoleLine> lines = new ArrayList<>();
        if (!text.isEmpty()) {
            String[] parts = text.split(LINE);
            for (int i = 0; i < parts.length; i++) {
                String[] fields = parts[i].split(FIELD, -1);
                int number = written - parts.length + i + 1;
                lines.add(new ConsoleLine(number, (long) Double.parseDouble(fields[0]), fields[1], fields[2]));
            }
        }
        return lines;
    }
}

package futures.launcher.system;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Minutes that wave up and down, so that a moving-average cross trades; as a CSV file with semicolons, Chicago time. */
final class MadeUpBars {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy;HH:mm");

    private MadeUpBars() {}

    static String csv(int bars) {
        StringBuilder csv = new StringBuilder("Date (D);Time (T);Open (O);High (H);Low (L);Close (C);Volume (V)\n");
        // The opening of a trading day, so that 23 hours of minutes lie in open hours.
        LocalDateTime time = LocalDateTime.of(2024, 1, 15, 17, 0);
        double close = price(0);
        for (int i = 1; i <= bars; i++) {
            double open = close;
            close = price(i);
            csv.append(String.format(
                    Locale.ROOT,
                    "%s;%.2f;%.2f;%.2f;%.2f;%d%n",
                    DATE.format(time),
                    open,
                    Math.max(open, close) + 0.5,
                    Math.min(open, close) - 0.5,
                    close,
                    100 + i % 7));
            time = time.plusMinutes(1);
        }
        return csv.toString();
    }

    /** On the quarter-point grid, with a wave of 90 minutes. */
    static double price(int minute) {
        return 4800 + Math.round(Math.sin(minute / 90.0 * 2 * Math.PI) * 60) / 4.0;
    }
}

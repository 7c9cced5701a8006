package futures.strategies;

import futures.model.BarSeries;
import futures.model.Timeframe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/** Reads the files of a directory: {@code dd/MM/yyyy;HH:mm;open;high;low;close;volume}, bar opens in US Central time. */
final class RealBars {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("dd/MM/yyyy;HH:mm");
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");

    private RealBars() {}

    static BarSeries of(String symbol) throws IOException {
        BarSeries.Builder bars = BarSeries.builder(symbol, Timeframe.MINUTE);
        try (Stream<Path> files = Files.list(Path.of(System.getenv("REAL_DATA"), "bars", symbol))) {
            for (Path file : files.sorted().toList()) {
                for (String line : lines(file)) {
                    String[] cells = line.split(";");
                    bars.add(
                            LocalDateTime.parse(cells[0] + ";" + cells[1], STAMP)
                                    .atZone(ZONE)
                                    .toInstant()
                                    .toEpochMilli(),
                            Double.parseDouble(cells[2]),
                            Double.parseDouble(cells[3]),
                            Double.parseDouble(cells[4]),
                            Double.parseDouble(cells[5]),
                            Double.parseDouble(cells[6]));
                }
            }
        }
        return bars.build();
    }

    private static List<String> lines(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.subList(1, lines.size());
    }
}

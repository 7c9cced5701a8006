package futures.benchmarks;

import futures.model.Session;
import futures.model.TradingCalendar;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;

/**
 * Writes made-up minutes of index futures, a file for each symbol and year in a directory for each symbol: a random walk on the
 * quarter-point grid in the exchange's hours, times in UTC. The same arguments give the same files.
 *
 * <p>Arguments: directory, number of symbols, first year, last year.
 */
public final class PriceFiles {
    private static final long MINUTE = 60_000;
    private static final long DAY = 86_400_000;

    private final TradingCalendar calendar = TradingCalendar.CME_EQUITY;
    private final StringBuilder line = new StringBuilder();
    private long ticks;

    private PriceFiles() {}

    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[0]);
        long rows = 0;
        for (int symbol = 0; symbol < Integer.parseInt(args[1]); symbol++) {
            PriceFiles files = new PriceFiles();
            files.ticks = 8000;
            Random random = new Random(symbol);
            Path own = Files.createDirectories(directory.resolve("S" + symbol));
            for (int year = Integer.parseInt(args[2]); year <= Integer.parseInt(args[3]); year++) {
                rows += files.write(own.resolve("S" + symbol + "_" + year + ".csv"), year, random);
            }
        }
        System.out.println(rows + " rows");
    }

    private long write(Path file, int year, Random random) throws IOException {
        long rows = 0;
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("timestamp,open,high,low,close,volume\n");
            for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
                if (calendar.isTradingDay(day)) {
                    for (Session session : calendar.sessions(day)) {
                        for (long time = session.opens(); time < session.closes(); time += MINUTE) {
                            row(out, time, random);
                            rows++;
                        }
                    }
                }
            }
        }
        return rows;
    }

    private void row(BufferedWriter out, long time, Random random) throws IOException {
        long open = ticks + random.nextInt(3) - 1;
        long close = Math.max(400, open + Math.round(random.nextGaussian() * 3));
        long high = Math.max(open, close) + random.nextInt(4);
        long low = Math.min(open, close) - random.nextInt(4);
        ticks = close;
        int minute = (int) (time % DAY / MINUTE);
        line.setLength(0);
        line.append(LocalDate.ofEpochDay(time / DAY)).append('T');
        two(minute / 60);
        line.append(':');
        two(minute % 60);
        line.append(":00Z");
        price(open);
        price(high);
        price(low);
        price(close);
        line.append(',')
                .append((long) Math.exp(4 + 1.3 * random.nextGaussian()))
                .append('\n');
        out.append(line);
    }

    private void two(int number) {
        line.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    private void price(long quarters) {
        line.append(',').append(quarters / 4);
        switch ((int) (quarters % 4)) {
            case 1 -> line.append(".25");
            case 2 -> line.append(".5");
            case 3 -> line.append(".75");
            default -> {}
        }
    }
}

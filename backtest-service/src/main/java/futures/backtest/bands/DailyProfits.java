package futures.backtest.bands;

import com.fasterxml.jackson.databind.MappingIterator;
import futures.kit.json.Json;
import futures.wire.backtest.DayRow;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Profits of an account by trading day, in millionths, which are whole numbers. */
public final class DailyProfits {
    private static final int PLACES = 6;

    private final List<LocalDate> days = new ArrayList<>();
    private final List<BigDecimal> equity = new ArrayList<>();
    private final List<BigDecimal> profits = new ArrayList<>();

    private DailyProfits() {}

    /** @param stored the part {@code daily} of a result; rows of single strategies are passed over */
    public static DailyProfits read(InputStream stored) throws IOException {
        DailyProfits daily = new DailyProfits();
        try (MappingIterator<DayRow> rows =
                Json.mapper().readerFor(DayRow.class).readValues(stored)) {
            while (rows.hasNextValue()) {
                DayRow row = rows.nextValue();
                if (row.strategy() == null) {
                    daily.days.add(row.day());
                    daily.equity.add(row.equity());
                    daily.profits.add(row.profit());
                }
            }
        }
        return daily;
    }

    public int size() {
        return days.size();
    }

    LocalDate day(int at) {
        return days.get(at);
    }

    BigDecimal equity(int at) {
        return equity.get(at);
    }

    /** There must be a day. */
    BigDecimal initialCash() {
        return equity.get(0).subtract(profits.get(0));
    }

    public double initialMillionths() {
        return millionths(initialCash());
    }

    /** In the order of the days. */
    public double[] inMillionths() {
        return profits.stream().mapToDouble(DailyProfits::millionths).toArray();
    }

    private static double millionths(BigDecimal money) {
        return money.movePointRight(PLACES).doubleValue();
    }
}

package futures.backtest.montecarlo;

import com.fasterxml.jackson.databind.MappingIterator;
import futures.kit.json.Json;
import futures.wire.backtest.TradeRow;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** The round trips of a result, as far as they are drawn again. */
final class StoredTrades {
    private static final int PLACES = 6;

    private final List<Trade> trades = new ArrayList<>();

    private StoredTrades() {}

    /**
     * @param side  1 for long, −1 for short
     * @param entered open time of the bar of entry, milliseconds since 1970 UTC, and of the bar of exit
     * @param held  bars from entry to exit; 0 when both are in one bar
     * @param gross in millionths, which are whole numbers, with slippage
     * @param net   gross less costs
     * @param costs commission and fees in millionths
     */
    record Trade(int side, int contracts, long entered, long left, int held, double gross, double net, double costs) {}

    /** @param stored the part {@code trades} of a result */
    static StoredTrades read(InputStream stored) throws IOException {
        StoredTrades read = new StoredTrades();
        try (MappingIterator<TradeRow> rows =
                Json.mapper().readerFor(TradeRow.class).readValues(stored)) {
            while (rows.hasNextValue()) {
                TradeRow row = rows.nextValue();
                read.trades.add(new Trade(
                        row.side().equals("LONG") ? 1 : -1,
                        row.contracts(),
                        row.entryTime().toEpochMilli(),
                        row.exitTime().toEpochMilli(),
                        row.barsHeld(),
                        millionths(row.gross()),
                        millionths(row.net()),
                        millionths(row.costs())));
            }
        }
        return read;
    }

    List<Trade> all() {
        return trades;
    }

    int size() {
        return trades.size();
    }

    double[] nets() {
        return trades.stream().mapToDouble(Trade::net).toArray();
    }

    static double millionths(BigDecimal money) {
        return money.movePointRight(PLACES).doubleValue();
    }
}

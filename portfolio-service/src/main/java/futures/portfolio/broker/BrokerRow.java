package futures.portfolio.broker;

import java.math.BigDecimal;
import java.time.Instant;

/** What a row of an export says: a fill, or a round trip. */
sealed interface BrokerRow {
    /** The line of the file. */
    long line();

    /** The number that the broker gave it, with the dialect before it. */
    String number();

    Instant time();

    /**
     * @param costs of the whole fill; null when the file does not say it
     */
    record Fill(
            long line,
            String number,
            String symbol,
            boolean buy,
            int quantity,
            BigDecimal price,
            Instant time,
            BigDecimal costs)
            implements BrokerRow {}

    /**
     * @param gross P&amp;L before costs
     * @param costs fees and commissions of entry and exit
     */
    record Trip(
            long line,
            String number,
            String symbol,
            boolean isLong,
            int quantity,
            Instant entryTime,
            BigDecimal entryPrice,
            Instant exitTime,
            BigDecimal exitPrice,
            BigDecimal gross,
            BigDecimal costs)
            implements BrokerRow {
        @Override
        public Instant time() {
            return exitTime;
        }
    }
}

package futures.wire.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * The dated contracts of a product.
 *
 * @param contracts by month, oldest first
 */
public record ChainAnswer(String product, List<DatedContract> contracts) {
    /**
     * @param symbol      e.g. {@code ESZ24}
     * @param lastTrade   last trading day by the product's rule; null when the rule is not known
     * @param firstNotice first day on which its holder may be told to take delivery, by the product's rule; null: never, or not known
     * @param stored      what is stored of it, from its finest bars; null without bars
     * @param series      its bars in the store, finest first
     */
    public record DatedContract(
            String symbol,
            YearMonth month,
            LocalDate lastTrade,
            LocalDate firstNotice,
            Holdings stored,
            List<SeriesMessage> series) {}

    /**
     * @param first           open time of the oldest bar
     * @param volume          contracts traded in all of its bars
     * @param lastDay         trading day of the newest bar
     * @param lastDayVolume   contracts traded on it so far
     * @param openInterest    newest figure that a file has said, contracts; null without one
     * @param openInterestDay trading day of that figure
     */
    public record Holdings(
            String timeframe,
            long bars,
            Instant first,
            Instant last,
            BigDecimal volume,
            LocalDate lastDay,
            BigDecimal lastDayVolume,
            BigDecimal openInterest,
            LocalDate openInterestDay) {}
}

package futures.wire.data;

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
     * @param symbol    e.g. {@code ESZ24}
     * @param lastTrade last trading day by the product's rule; null when the rule is not known
     * @param series    its bars in the store, finest first
     */
    public record DatedContract(String symbol, YearMonth month, LocalDate lastTrade, List<SeriesMessage> series) {}
}

package futures.portfolio.report;

import futures.portfolio.ledger.Cents;
import futures.wire.portfolio.ProfitGroup;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sums of one group, in cents. */
final class ProfitSums {
    private long trades;
    private long winners;
    private long won;
    private long lost;
    private long netOfTrades;
    private long gross;
    private long paid;
    private long peak;
    private long deepest;
    private long falling;

    void add(long grossCents, long paidCents, boolean trade, long netCents, boolean inFall) {
        gross += grossCents;
        paid += paidCents;
        peak = Math.max(peak, net());
        deepest = Math.max(deepest, peak - net());
        if (inFall) {
            falling += grossCents - paidCents;
        }
        if (trade) {
            trades++;
            netOfTrades += netCents;
            if (netCents > 0) {
                winners++;
                won += netCents;
            } else {
                lost -= netCents;
            }
        }
    }

    long net() {
        return gross - paid;
    }

    /** @param all net of all groups */
    ProfitGroup told(String key, long all) {
        Map<String, String> undefined = new LinkedHashMap<>();
        if (trades == 0) {
            undefined.put("win_rate_pct", "no trades");
            undefined.put("average_trade", "no trades");
        }
        if (lost == 0) {
            undefined.put("profit_factor", trades == 0 ? "no trades" : "no losing trade");
        }
        if (all == 0) {
            undefined.put("net_pct", "the groups come to zero");
        }
        return new ProfitGroup(
                key,
                trades,
                winners,
                Cents.money(gross),
                Cents.money(paid),
                Cents.money(net()),
                all == 0 ? null : ratio(net() * 100, all, 4),
                trades == 0 ? null : ratio(winners * 100, trades, 4),
                lost == 0 ? null : ratio(won, lost, 6),
                trades == 0
                        ? null
                        : Cents.money(netOfTrades).divide(BigDecimal.valueOf(trades), 6, RoundingMode.HALF_EVEN),
                Cents.money(-deepest),
                Cents.money(falling),
                undefined);
    }

    private static BigDecimal ratio(long part, long whole, int decimals) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_EVEN);
    }
}

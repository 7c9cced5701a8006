package futures.portfolio.report;

import futures.portfolio.ledger.Cents;
import futures.wire.portfolio.Performance;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Adds up closed round trips and the cash they leave, in whole cents. Ratios are rounded to six decimals, percentages to
 * four. A figure whose divisor is zero is undefined and says why.
 */
final class TradeFigures {
    private static final int RATIO_DECIMALS = 6;
    private static final int PERCENT_DECIMALS = 4;
    private static final String NO_TRADES = "no trades";
    private static final String NO_WINS = "no winning trade";
    private static final String NO_LOSSES = "no losing trade";

    private final long initialCents;
    private long winners;
    private long losers;
    private long breakEven;
    private long gross;
    private long costs;
    private long won;
    private long lost;
    private long largestWin;
    private long largestLoss;
    private long cash;
    private long peak;
    private long deepest;
    private BigDecimal deepestPercent = BigDecimal.ZERO;
    private final Map<String, String> undefined = new LinkedHashMap<>();

    TradeFigures(long initialCents) {
        this.initialCents = initialCents;
        this.cash = initialCents;
        this.peak = initialCents;
    }

    void trade(long grossCents, long costCents) {
        long net = grossCents - costCents;
        gross += grossCents;
        costs += costCents;
        if (net > 0) {
            winners++;
            won += net;
            largestWin = Math.max(largestWin, net);
        } else if (net < 0) {
            losers++;
            lost += net;
            largestLoss = Math.min(largestLoss, net);
        } else {
            breakEven++;
        }
    }

    /** In the order of time. */
    void movement(long cents) {
        cash += cents;
        peak = Math.max(peak, cash);
        deepest = Math.max(deepest, peak - cash);
        deepestPercent = deepestPercent.max(percent(peak - cash, peak));
    }

    Performance performance() {
        long trades = winners + losers + breakEven;
        undefined.clear();
        return new Performance(
                trades,
                winners,
                losers,
                breakEven,
                Cents.money(gross),
                Cents.money(costs),
                Cents.money(gross - costs),
                trades == 0 ? none("win_rate_pct", NO_TRADES) : percent(winners, trades),
                losers == 0
                        ? none("profit_factor", trades == 0 ? NO_TRADES : NO_LOSSES)
                        : ratio(won, -lost, RATIO_DECIMALS),
                trades == 0 ? none("average_trade", NO_TRADES) : mean(gross - costs, trades),
                winners == 0 ? none("average_win", NO_WINS) : mean(won, winners),
                losers == 0 ? none("average_loss", NO_LOSSES) : mean(lost, losers),
                payoff(trades),
                winners == 0 ? none("largest_win", NO_WINS) : Cents.money(largestWin),
                losers == 0 ? none("largest_loss", NO_LOSSES) : Cents.money(largestLoss),
                Cents.money(-deepest),
                deepestPercent.negate(),
                percent(cash - initialCents, initialCents),
                Map.copyOf(undefined));
    }

    private BigDecimal payoff(long trades) {
        if (winners == 0 || losers == 0) {
            return none("payoff_ratio", trades == 0 ? NO_TRADES : winners == 0 ? NO_WINS : NO_LOSSES);
        }
        BigDecimal wins = BigDecimal.valueOf(won).multiply(BigDecimal.valueOf(losers));
        BigDecimal losses = BigDecimal.valueOf(-lost).multiply(BigDecimal.valueOf(winners));
        return wins.divide(losses, RATIO_DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal mean(long cents, long count) {
        return Cents.money(cents).divide(BigDecimal.valueOf(count), RATIO_DECIMALS, RoundingMode.HALF_EVEN);
    }

    private BigDecimal none(String figure, String why) {
        undefined.put(figure, why);
        return null;
    }

    private static BigDecimal percent(long part, long whole) {
        return BigDecimal.valueOf(part)
                .movePointRight(2)
                .divide(BigDecimal.valueOf(whole), PERCENT_DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static BigDecimal ratio(long part, long whole, int decimals) {
        return BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_EVEN);
    }
}

package futures.engine;

import futures.model.Fill;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much initial margin the positions of a run bound at each close, found again from its fills: the net position of each
 * market, as rules 44, 46 and 48 have it, whether the run asked for margin or not.
 */
final class MarginUse {
    private final Market market;
    private final MarginSchedule margins;
    private final RateSchedule rates;
    /** Bar of each fill, and what was held after it. */
    private final int[] bars;

    private final long[] held;
    private int bar = -1;
    private int next;

    /** @param fills of all strategies in the market */
    MarginUse(Market market, CurrencyRates currency, Stream<Fill> fills) {
        this.market = market;
        this.margins = new MarginSchedule(market, true);
        this.rates = RateSchedule.of(market, currency);
        List<Fill> sorted = fills.sorted(Comparator.comparingInt(Fill::bar)).toList();
        bars = sorted.stream().mapToInt(Fill::bar).toArray();
        held = sorted.stream()
                .mapToLong(fill -> (long) fill.side().sign() * fill.contracts())
                .toArray();
        for (int i = 1; i < held.length; i++) {
            held[i] += held[i - 1];
        }
    }

    /** Only where it is another amount than before, at the start 0. */
    static List<MarginChange> of(EquityCurve moments, List<MarginUse> markets) {
        List<MarginChange> changes = new ArrayList<>();
        long before = 0;
        for (int i = 0; i < moments.size(); i++) {
            long now = 0;
            for (MarginUse one : markets) {
                now += one.at(moments.time(i));
            }
            if (now != before) {
                changes.add(new MarginChange(moments.time(i), now));
                before = now;
            }
        }
        return changes;
    }

    /** At a moment that is not before the one that was asked for last. */
    private long at(long time) {
        while (bar + 1 < market.bars().size() && market.bars().closeTime(bar + 1) <= time) {
            bar++;
        }
        while (next < bars.length && bars[next] <= bar) {
            next++;
        }
        long contracts = next == 0 ? 0 : Math.abs(held[next - 1]);
        if (contracts == 0) {
            return 0;
        }
        long margin = contracts * margins.toOpen(bar);
        return rates.same() ? margin : CurrencyRates.convert(margin, rates.at(bar));
    }
}

package futures.model.roll;

import futures.model.BarSeries;
import futures.model.Roll;
import futures.model.RollCalendar;
import java.util.List;
import java.util.Map;

/**
 * What a rule made of a chain of contracts: which contract counts from when to when.
 *
 * @param first    the contract before the first roll
 * @param calendar with the rule as its provenance
 * @param until    end of the last contract's time, exclusive, epoch milliseconds: {@link Long#MAX_VALUE} for a front series. A series
 *     further behind ends when the front contract has none so far behind it
 * @param warnings what a user should know, in the order of the rolls: contracts left out, rolls priced by an old bar, a roll that
 *     has no price, at which the calendar ends
 */
public record RollBuild(String first, RollCalendar calendar, long until, List<String> warnings) {
    /** @throws IllegalArgumentException when the rolls do not begin with the first contract */
    public RollBuild {
        warnings = List.copyOf(warnings);
        for (Roll roll : calendar.rolls().stream().limit(1).toList()) {
            if (!roll.from().equals(first)) {
                throw new IllegalArgumentException(roll + " does not leave the front contract " + first);
            }
        }
    }

    /**
     * The bars as they were traded: those of each contract from its roll to the next one.
     *
     * @param symbol of the result
     * @param bars   of the contracts, by their symbols
     * @throws IllegalArgumentException when those of a contract are missing
     */
    public BarSeries join(String symbol, Map<String, BarSeries> bars) {
        BarSeries.Builder joined = BarSeries.builder(symbol, bars(bars, first).timeframe());
        String contract = first;
        long from = Long.MIN_VALUE;
        for (Roll roll : calendar.rolls()) {
            append(joined, bars(bars, contract), from, roll.time());
            contract = roll.to();
            from = roll.time();
        }
        append(joined, bars(bars, contract), from, until);
        return joined.build();
    }

    private static BarSeries bars(Map<String, BarSeries> bars, String contract) {
        BarSeries found = bars.get(contract);
        if (found == null) {
            throw new IllegalArgumentException("there are no bars of " + contract + " in the chain");
        }
        return found;
    }

    private static void append(BarSeries.Builder to, BarSeries bars, long from, long until) {
        int end = bars.firstAtOrAfter(until);
        for (int i = bars.firstAtOrAfter(from); i < end; i++) {
            to.add(bars.openTime(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
        }
    }
}

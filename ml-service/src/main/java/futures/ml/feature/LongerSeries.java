package futures.ml.feature;

import futures.ml.bars.Series;
import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.Timeframe;
import futures.model.bars.BarForm;
import futures.model.bars.BarMaker;
import futures.model.bars.BarSlots;
import futures.model.bars.Hours;
import futures.model.bars.MadeBars;
import java.util.Arrays;

/**
 * Bars of a longer timeframe, made of a series by the rules of the data service; only complete ones.
 */
final class LongerSeries {
    private final Series series;
    private final int[] known;

    LongerSeries(Series series, int[] known) {
        this.series = series;
        this.known = known;
    }

    /** The longer bars. */
    Series series() {
        return series;
    }

    /** Of each shorter bar: how many longer ones were complete at its close. */
    int[] known() {
        return known;
    }

    /** @throws IllegalArgumentException when there are no such bars, or they would not be longer */
    static LongerSeries of(Series shorter, Timeframe timeframe) {
        BarSeries bars = shorter.bars();
        if (timeframe.compareTo(bars.timeframe()) <= 0) {
            throw new IllegalArgumentException("a higher timeframe must be longer than that of the bars, "
                    + bars.timeframe() + ", found " + timeframe);
        }
        ContractSpec contract = shorter.contract();
        BarForm form = BarForm.of(timeframe);
        MadeBars made = new MadeBars();
        BarMaker maker = BarMaker.of(form, contract.calendar(), contract.regularHours(), contract.ticks(), made);
        BarSlots slots = new BarSlots(contract.calendar(), contract.regularHours(), Hours.ALL, timeframe);
        int[] known = new int[bars.size()];
        double[] closed = new double[bars.size()];
        for (int i = 0; i < known.length; i++) {
            long opens = bars.openTime(i);
            maker.add(opens, bars.closeTime(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
            slots.move(opens);
            known[i] = made.size() + (bars.closeTime(i) >= slots.ends() ? 1 : 0);
            // What the longer bar closes at in the contract's own price is that of the last shorter bar in it.
            closed[made.size()] = shorter.traded()[i];
        }
        maker.finish(false);
        Series longer = Series.moved(
                shorter.key(),
                made.series(bars.symbol(), form, bars.timeframe()),
                contract,
                Arrays.copyOf(closed, made.size()));
        return new LongerSeries(longer, known);
    }

    /** Values of the longer bars as they were known at each shorter one. */
    double[] asKnown(double[] values) {
        double[] at = new double[known.length];
        for (int i = 0; i < at.length; i++) {
            at[i] = known[i] == 0 ? Double.NaN : values[known[i] - 1];
        }
        return at;
    }
}

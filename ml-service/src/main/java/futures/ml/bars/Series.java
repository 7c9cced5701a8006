package futures.ml.bars;

import futures.marketdata.SeriesKey;
import futures.model.Adjustment;
import futures.model.BarSeries;
import futures.model.ContinuousSeries;
import futures.model.ContractSpec;
import futures.model.RollCalendar;
import futures.model.TradingDays;
import java.util.Arrays;

/**
 * Bars of one symbol as features and labels see them. Immutable.
 *
 * <p>A series of contracts one after the other is moved for its rolls <em>forwards</em>: the first contract's prices are as
 * traded, and those after a roll are lower by its spread (higher where the new contract stood lower). Differences between
 * bars are those of a position that was rolled over, as in the series that charts adjust backwards, and a value at a bar depends on
 * rolls up to it only: a later roll moves all past prices of a backward adjusted series, and none of these. What a price
 * is divided by is the contract's own price, {@link #traded}.
 */
public final class Series {
    private final SeriesKey key;
    private final BarSeries real;
    private final BarSeries moved;
    private final RollCalendar rolls;
    private final ContractSpec contract;
    private final String tag;
    /** First bars of the contracts after the first one. */
    private final int[] firstBar;
    /** Of each contract: ticks by which its prices were moved. */
    private final long[] shift;

    private final double[] traded;
    /** Of each contract: what its prices are multiplied by to grow as a position that was rolled over. */
    private final double[] factor;

    private volatile String hash;
    private volatile TradingDays days;

    private Series(
            SeriesKey key, BarSeries real, ContractSpec contract, RollCalendar rolls, String tag, double[] closed) {
        this.key = key;
        this.real = real;
        this.rolls = rolls;
        this.contract = contract;
        this.tag = tag;
        ContinuousSeries joined = ContinuousSeries.of(real, contract.ticks(), rolls, Adjustment.NONE);
        this.firstBar = new int[joined.rolls().size()];
        this.shift = new long[firstBar.length + 1];
        for (int i = 0; i < firstBar.length; i++) {
            firstBar[i] = joined.firstBar(i);
            shift[i + 1] = shift[i] - joined.spreadTicks(i);
        }
        this.moved = firstBar.length == 0 ? real : move();
        this.traded = closed == null ? closes(real) : closed;
        this.factor = new double[shift.length];
        factor[0] = 1;
        for (int i = 0; i < firstBar.length; i++) {
            double old = traded[firstBar[i] - 1];
            double spread = contract.ticks().price(shift[i] - shift[i + 1]);
            factor[i + 1] = factor[i] * (old / (old + spread));
        }
    }

    /**
     * @param real  as traded, contract after contract
     * @param rolls between the contracts; {@link RollCalendar#NONE} where there are none, or gaps are to stay
     * @param tag   the data service's, which changes with the bars; may be null
     */
    public static Series of(SeriesKey key, BarSeries real, ContractSpec contract, RollCalendar rolls, String tag) {
        return new Series(key, real, contract, rolls, tag, null);
    }

    /**
     * Of bars that were moved for rolls already.
     *
     * @param traded the close at which each bar's contract traded
     */
    public static Series moved(SeriesKey key, BarSeries bars, ContractSpec contract, double[] traded) {
        return new Series(key, bars, contract, RollCalendar.NONE, null, traded);
    }

    private static double[] closes(BarSeries bars) {
        double[] closes = new double[bars.size()];
        for (int i = 0; i < closes.length; i++) {
            closes[i] = bars.close(i);
        }
        return closes;
    }

    private BarSeries move() {
        double[][] columns = new double[4][real.size()];
        double[] volume = new double[real.size()];
        for (int part = 0, i = 0; part < shift.length; part++) {
            int end = part < firstBar.length ? firstBar[part] : real.size();
            for (; i < end; i++) {
                columns[0][i] = contract.ticks().moved(real.open(i), shift[part]);
                columns[1][i] = contract.ticks().moved(real.high(i), shift[part]);
                columns[2][i] = contract.ticks().moved(real.low(i), shift[part]);
                columns[3][i] = contract.ticks().moved(real.close(i), shift[part]);
                volume[i] = real.volume(i);
            }
        }
        return real.withPrices(columns[0], columns[1], columns[2], columns[3], volume);
    }

    public SeriesKey key() {
        return key;
    }

    /** Moved forwards for the rolls. */
    public BarSeries bars() {
        return moved;
    }

    /** As traded, contract after contract. */
    public BarSeries real() {
        return real;
    }

    public int size() {
        return real.size();
    }

    public ContractSpec contract() {
        return contract;
    }

    /** Rolls between two bars of the series. */
    public int rollCount() {
        return firstBar.length;
    }

    /** First bar of the contract after a roll. */
    public int firstBar(int roll) {
        return firstBar[roll];
    }

    /** The close at which each bar's contract traded. Shared: never write to it. */
    public double[] traded() {
        return traded;
    }

    /** Points by which each contract's prices were moved at a bar: {@code bars = real + shift}. */
    public double shift(int bar) {
        return contract.ticks().price(shift[part(bar)]);
    }

    /**
     * What the prices of a bar's contract are multiplied by so that quotients of two bars' prices are those of a position that was
     * rolled over. 1 before the first roll; within one contract it cancels out.
     */
    public double factor(int bar) {
        return factor[part(bar)];
    }

    private int part(int bar) {
        int found = Arrays.binarySearch(firstBar, bar);
        return found >= 0 ? found + 1 : -found - 1;
    }

    public String tag() {
        return tag;
    }

    public TradingDays days() {
        if (days == null) {
            days = TradingDays.of(real, contract.calendar());
        }
        return days;
    }

    /** SHA-256 of times, prices, volumes, contract and rolls, in hexadecimal. */
    public String hash() {
        if (hash == null) {
            hash = SeriesHash.of(real, contract, rolls);
        }
        return hash;
    }

    /** As it was when so many bars were there: without later bars, and without the rolls that came with them. */
    public Series upTo(int bars) {
        if (bars >= size()) {
            return this;
        }
        long end = real.openTime(bars);
        RollCalendar known = new RollCalendar(
                rolls.rolls().stream().filter(roll -> roll.time() < end).toList(), rolls.provenance());
        return new Series(key, real.between(Long.MIN_VALUE, end), contract, known, null, null);
    }

    /** The same contract and rolls with other bars, for the tests that change what they must not depend on. */
    public Series withBars(BarSeries other) {
        return new Series(key, other, contract, rolls, null, null);
    }
}

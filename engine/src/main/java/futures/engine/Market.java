package futures.engine;

import futures.analytics.indicator.IndicatorValues;
import futures.model.Adjustment;
import futures.model.BarSeries;
import futures.model.ContinuousSeries;
import futures.model.ContractSpec;
import futures.model.Roll;
import futures.model.RollCalendar;
import futures.model.Session;
import futures.model.Timeframe;
import futures.model.TradingDays;
import futures.model.bars.Hours;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Bars and the contract they are prices of, with what all runs on them have in common: indicators, closes in ticks,
 * trading days and content hash. The bars may be those of one contract after the other: then orders fill at the prices that
 * each of them had, and strategies see what {@link #signals} gives. Immutable to its users and safe to share between
 * threads.
 */
public final class Market {
    private final BarSeries bars;
    private final ContractSpec contract;
    private final IndicatorValues indicators;
    private final ContinuousSeries series;
    private final BarSeries finer;
    private final MarginTable margins;
    private final Map<String, ModelPredictions> models;
    private final Map<Timeframe, LongerBars> longer = new ConcurrentHashMap<>();
    private final Map<String, SessionEnds> sessionEnds = new ConcurrentHashMap<>();
    private TickColumns ticks;
    private TradingDays days;
    private String dataHash;
    private String calendarHash;

    private Market(BarSeries bars, ContractSpec contract) {
        this.bars = bars;
        this.contract = contract;
        this.series = ContinuousSeries.of(bars, contract.ticks(), RollCalendar.NONE, Adjustment.NONE);
        this.indicators = new IndicatorValues(bars, this::days);
        this.finer = null;
        this.margins = MarginTable.of(contract);
        this.models = Map.of();
    }

    /** The same bars, with all that is known of them. */
    private Market(
            Market other,
            BarSeries finer,
            MarginTable margins,
            ContinuousSeries series,
            Map<String, ModelPredictions> models) {
        synchronized (other) {
            this.bars = other.bars;
            this.contract = other.contract;
            this.series = series;
            this.indicators = series.adjusted() == other.signals()
                    ? other.indicators
                    : new IndicatorValues(series.adjusted(), this::days);
            this.ticks = other.ticks;
            this.days = other.days;
            this.dataHash = other.dataHash;
            this.calendarHash = other.calendarHash;
        }
        this.finer = finer;
        this.margins = margins;
        this.models = models;
        series.rolls().forEach(this::requireBetweenBars);
        if (finer != null) {
            series.rolls().forEach(this::requireOneContractInABar);
        }
    }

    /** Only where it is known when a bar ends: a day of 24 hours may reach into the next one. */
    private void requireBetweenBars(Roll roll) {
        int before = bars.firstAtOrAfter(roll.time()) - 1;
        boolean known = bars.madeFrom() != null || bars.timeframe().compareTo(Timeframe.DAY) > 0;
        if (known && bars.closeTime(before) > roll.time()) {
            throw new IllegalArgumentException(roll + " at " + Instant.ofEpochMilli(roll.time())
                    + " is inside the bar of " + Instant.ofEpochMilli(bars.openTime(before))
                    + "; take bars that end with the trading day");
        }
    }

    private void requireOneContractInABar(Roll roll) {
        int before = bars.firstAtOrAfter(roll.time()) - 1;
        int part = finer.firstAtOrAfter(roll.time());
        if (part < finer.size() && finer.openTime(part) < bars.closeTime(before)) {
            throw new IllegalArgumentException(roll + " at " + Instant.ofEpochMilli(roll.time())
                    + " is inside the bar of " + Instant.ofEpochMilli(bars.openTime(before))
                    + ", whose finer bars are of both contracts; let it be at the open of a bar");
        }
    }

    /** @throws IllegalArgumentException when there are no bars */
    public static Market of(BarSeries bars, ContractSpec contract) {
        if (bars.isEmpty()) {
            throw new IllegalArgumentException("there are no bars of " + bars.symbol() + " to run on");
        }
        return new Market(bars, contract);
    }

    /** The prices at which orders fill. */
    public BarSeries bars() {
        return bars;
    }

    /** What strategies see and indicators are made of, bar for bar: {@link #bars} as they are, or adjusted for rolls. */
    public BarSeries signals() {
        return series.adjusted();
    }

    public ContractSpec contract() {
        return contract;
    }

    /**
     * The same market with finer bars, which the fill mode {@code magnifier} walks.
     *
     * @throws IllegalArgumentException when they are of another symbol or not finer, or a bar has some of two contracts
     */
    public Market withFiner(BarSeries finerBars) {
        // Bars of a volume are as long as those they are made of at least: these are what is inside them.
        boolean inside = bars.timeframe().equals(bars.madeFrom())
                && finerBars.timeframe().equals(bars.madeFrom());
        boolean finerOnes = finerBars.timeframe().compareTo(bars.timeframe()) < 0 || inside;
        if (!finerBars.symbol().equals(bars.symbol()) || !finerOnes) {
            throw new IllegalArgumentException(finerBars.symbol() + " in " + finerBars.timeframe()
                    + " is nothing finer of " + bars.symbol() + " in " + bars.timeframe());
        }
        return new Market(this, finerBars, margins, series, models);
    }

    /**
     * The same market over the bars that open in a range, with what is known of them; nothing of the others is.
     *
     * @param from epoch milliseconds, inclusive
     * @param to   exclusive
     * @throws IllegalArgumentException when there are none
     */
    public Market between(long from, long to) {
        BarSeries some = bars.between(from, to);
        Market part = of(some, contract)
                .withMargins(margins)
                .withRolls(series.calendar(), series.adjustment())
                .withModels(models.values());
        return finer == null ? part : part.withFiner(finer.between(from, some.closeTime(some.size() - 1)));
    }

    /** The same market with margins by date in place of the contract's own. */
    public Market withMargins(MarginTable table) {
        return new Market(this, finer, table, series, models);
    }

    /**
     * The same market, its bars (and finer bars) being those of one contract after the other: positions and orders are carried
     * over the rolls, and strategies see the bars adjusted.
     *
     * @throws IllegalArgumentException when a roll's price is off the tick grid, or not above zero where a ratio is asked
     *     for, or a bar has finer bars of two contracts
     */
    public Market withRolls(RollCalendar calendar, Adjustment adjustment) {
        ContinuousSeries joined = ContinuousSeries.of(bars, contract.ticks(), calendar, adjustment);
        return new Market(this, finer, margins, joined, models);
    }

    /**
     * The same market with what models say of its bars, in place of others.
     *
     * @throws IllegalArgumentException when two have one name
     */
    public Market withModels(Collection<ModelPredictions> predictions) {
        Map<String, ModelPredictions> byName = new TreeMap<>();
        for (ModelPredictions some : predictions) {
            if (byName.put(some.name(), some) != null) {
                throw new IllegalArgumentException("there are two models '" + some.name() + "'");
            }
        }
        return new Market(this, finer, margins, series, Collections.unmodifiableMap(byName));
    }

    /** What models say of its bars. */
    public Collection<ModelPredictions> models() {
        return models.values();
    }

    /** By name; none when no model says anything of its bars. */
    public List<ModelIdentity> modelIdentities() {
        return models.values().stream().map(some -> some.identity(bars)).toList();
    }

    /** What a model says at each bar. */
    double[] model(String name) {
        ModelPredictions found = models.get(name);
        if (found == null) {
            throw new IllegalArgumentException("the run has no model '" + name + "'"
                    + (models.isEmpty() ? "" : ", only " + String.join(", ", models.keySet()))
                    + "; give the order one, such as \"models\": {\"" + name + "\": \"id of a trained model\"}");
        }
        return found.of(bars);
    }

    public RollCalendar rolls() {
        return series.calendar();
    }

    /** Those between two of its bars, oldest first: the ones that a run meets. */
    public List<Roll> rollsWithin() {
        return series.rolls();
    }

    public Adjustment adjustment() {
        return series.adjustment();
    }

    /** Bars in its bars; null when there are none. */
    public BarSeries finer() {
        return finer;
    }

    public MarginTable margins() {
        return margins;
    }

    /** SHA-256 of symbol, timeframe (of made bars their form) and all columns, in lower-case hexadecimal. */
    public synchronized String dataHash() {
        if (dataHash == null) {
            dataHash = hash(bars);
        }
        return dataHash;
    }

    /** The same of the finer bars; empty when there are none. */
    public String finerHash() {
        return finer == null ? "" : hash(finer);
    }

    private static String hash(BarSeries series) {
        Sha256 hash = new Sha256()
                .add(series.symbol())
                .add(series.timeframe().seconds())
                .add((long) series.size());
        for (int i = 0; i < series.size(); i++) {
            hash.add(
                    series.openTime(i),
                    series.open(i),
                    series.high(i),
                    series.low(i),
                    series.close(i),
                    series.volume(i));
        }
        if (series.madeFrom() != null) {
            hash.add(series.form());
            for (int i = 0; i < series.size(); i++) {
                hash.add(series.closeTime(i));
            }
        }
        return hash.hex();
    }

    /** SHA-256 of the rolls' times, contracts and prices; empty when there are none. */
    public String rollsHash() {
        if (rolls().rolls().isEmpty()) {
            return "";
        }
        Sha256 hash = new Sha256();
        for (Roll roll : rolls().rolls()) {
            hash.add(roll.time()).add(roll.from()).add(roll.to());
            hash.add(roll.oldPrice().stripTrailingZeros().toPlainString());
            hash.add(roll.newPrice().stripTrailingZeros().toPlainString());
        }
        return hash.hex();
    }

    /** SHA-256 of everything in the contract's specification, its hours and charges too. */
    public String contractHash() {
        return new Sha256()
                .add(contract.symbol())
                .add(String.valueOf(contract.currency()))
                .add(contract.ticks().toString())
                .add(contract.pointValue().stripTrailingZeros().toPlainString())
                .add(String.valueOf(contract.initialMargin()))
                .add(String.valueOf(contract.maintenanceMargin()))
                .add(contract.session().toString())
                .add(contract.calendar().toString())
                .add(plain(contract.commission()))
                .add(plain(contract.exchangeFees()))
                .add(String.valueOf(contract.regularHours()))
                .hex();
    }

    /** SHA-256 of the trading days of the bars and the hours of each: what the calendar's name stands for here. */
    public synchronized String calendarHash() {
        if (calendarHash == null) {
            Sha256 hash = new Sha256();
            for (int i = 0; i < days().count(); i++) {
                LocalDate day = days.day(i);
                hash.add(day.toEpochDay()).add(contract.calendar().endOf(day));
                for (Session session : contract.calendar().sessions(day)) {
                    hash.add(session.opens()).add(session.closes());
                }
            }
            calendarHash = hash.hex();
        }
        return calendarHash;
    }

    private static String plain(BigDecimal amount) {
        return amount == null ? "-" : amount.stripTrailingZeros().toPlainString();
    }

    ContinuousSeries series() {
        return series;
    }

    IndicatorValues indicators() {
        return indicators;
    }

    synchronized TickColumns ticks() {
        if (ticks == null) {
            ticks = new TickColumns(bars, contract.ticks());
        }
        return ticks;
    }

    /** Put together once for all runs. */
    LongerBars longer(Timeframe timeframe) {
        return longer.computeIfAbsent(timeframe, wanted -> LongerBars.of(this, wanted));
    }

    /**
     * Put together once for all runs.
     *
     * @throws IllegalArgumentException when the contract has no such hours
     */
    SessionEnds sessionEnds(Hours hours, int minutesBeforeEnd) {
        return sessionEnds.computeIfAbsent(
                hours + " " + minutesBeforeEnd, key -> SessionEnds.of(this, hours, minutesBeforeEnd));
    }

    /** Of its bars. */
    public synchronized TradingDays days() {
        if (days == null) {
            days = TradingDays.of(bars, contract.calendar());
        }
        return days;
    }
}

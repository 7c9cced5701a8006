package futures.data.source;

import futures.data.roll.BuiltRolls;
import futures.data.roll.DatedSymbol;
import futures.data.roll.RollCalendars;
import futures.data.roll.RollPlan;
import futures.data.roll.SeriesKind;
import futures.data.store.Adjustment;
import futures.data.store.BarRange;
import futures.data.store.BarStream;
import futures.data.store.Provenance;
import futures.data.store.Series;
import futures.data.store.SeriesTable;
import futures.kit.http.Problem;
import futures.model.ContinuousSymbol;
import futures.model.Roll;
import futures.model.Timeframe;
import futures.model.roll.RollBuild;
import futures.model.roll.RollRule;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Dated contracts joined at their rolls and adjusted, made when somebody asks and never stored. Prices as they were traded are the
 * contracts' own digits; by difference they are moved as integers; by ratio they are what {@link futures.model.ContinuousSeries}
 * gives. What lies outside a range still decides how its prices are adjusted.
 */
final class ContinuousBars implements BarSource {
    private static final int FINER_PLACES = 4;
    private static final int MOST_PLACES = 9;
    /** Up to these a moved price is a whole number of its smallest decimals in 64 bits. */
    private static final BigDecimal MOST_POINTS = new BigDecimal("1000000000");

    private static final BigDecimal MOST_TIMES = new BigDecimal("1000000");

    private final BarHeader header;
    private final List<Segment> segments;
    private final String rolls;

    private ContinuousBars(BarHeader header, List<Segment> segments, String rolls) {
        this.header = header;
        this.segments = segments;
        this.rolls = rolls;
    }

    /**
     * One for each timeframe that all of its contracts have, finest first.
     *
     * @param symbol as it was asked for
     * @param rule   in place of the calendar that is kept
     * @throws Problem 404 or 422 that says what to import or to build
     */
    static List<BarSource> of(Connection connection, ContinuousSymbol name, String symbol, Optional<RollRule> rule)
            throws SQLException {
        SeriesKind kind = SeriesKind.of(String.valueOf(name.rolls())).orElseThrow();
        BuiltRolls rolls = rule.isPresent()
                ? RollCalendars.build(connection, RollPlan.byRule(name.root(), rule.get(), null, null))
                : RollCalendars.current(connection, name.root(), kind);
        RollBuild build = RollCalendars.series(connection, rolls, name.position());
        List<String> contracts = new ArrayList<>(List.of(build.first()));
        build.calendar().rolls().forEach(roll -> contracts.add(roll.to()));
        TreeMap<Timeframe, List<Series>> byTimeframe = new TreeMap<>();
        for (String contract : contracts) {
            List<Series> stored = SeriesTable.of(connection, contract);
            if (stored.isEmpty()) {
                throw Problem.unprocessable("There are no bars of " + contract + ", which the rolls of " + name.root()
                        + " lead through; import them, or change the rolls (PUT or DELETE /api/rolls/" + name.root()
                        + "?series=" + name.rolls() + ").");
            }
            stored.forEach(series -> byTimeframe
                    .computeIfAbsent(series.timeframe(), none -> new ArrayList<>())
                    .add(series));
        }
        BigDecimal tick = RollCalendars.tick(connection, name.root());
        List<BarSource> sources = new ArrayList<>();
        for (List<Series> series : byTimeframe.values()) {
            if (series.size() == contracts.size()) {
                sources.add(of(connection, name, symbol, tick, rolls.revision(), build, series));
            }
        }
        if (sources.isEmpty()) {
            throw Problem.unprocessable(
                    "The contracts " + contracts + " have no timeframe in common; import all of them in" + " one.");
        }
        return sources;
    }

    private static ContinuousBars of(
            Connection connection,
            ContinuousSymbol name,
            String symbol,
            BigDecimal tick,
            String revision,
            RollBuild build,
            List<Series> contracts)
            throws SQLException {
        List<Roll> rolls = build.calendar().rolls();
        List<Segment> segments = new ArrayList<>();
        int last = 0;
        StringBuilder tag = new StringBuilder(symbol + '|' + revision + '|' + build.until() + '|' + tick);
        long bars = 0;
        for (int i = 0; i < contracts.size(); i++) {
            long from = i == 0 ? Long.MIN_VALUE : rolls.get(i - 1).time();
            long to = i < rolls.size() ? rolls.get(i).time() : build.until();
            StoredBars stored = new StoredBars(contracts.get(i));
            segments.add(new Segment(stored, from, to, PriceShift.NONE));
            try (BarStream stream = stored.open(connection, new BarRange(from, to, Long.MAX_VALUE))) {
                last = stream.count() > 0 ? i : last;
                bars += stream.count();
            }
            tag.append('|').append(stored.header().tag());
        }
        Series first = contracts.get(0);
        Provenance provenance = new Provenance(
                DatedSymbol.productOf(name.root()),
                "dated contracts, rolls " + build.calendar().provenance(),
                first.provenance().synthetic(),
                Adjustment.valueOf(name.adjustment().name()));
        BarHeader header = new BarHeader(symbol, first.timeframe(), provenance, BuiltRolls.hash(tag.toString()), bars);
        return new ContinuousBars(header, adjusted(name, tick, rolls, segments, last), revision);
    }

    /** @param last the last segment with bars: rolls behind it adjust nothing */
    private static List<Segment> adjusted(
            ContinuousSymbol name, BigDecimal tick, List<Roll> rolls, List<Segment> segments, int last) {
        List<Segment> adjusted = new ArrayList<>(segments);
        BigDecimal offset = BigDecimal.ZERO;
        BigDecimal factor = BigDecimal.ONE;
        int places = Math.max(0, tick.stripTrailingZeros().scale());
        int decimals = Math.max(places, Math.min(MOST_PLACES, places + FINER_PLACES));
        for (int i = last - 1; i >= 0; i--) {
            Roll roll = rolls.get(i);
            switch (name.adjustment()) {
                case NONE -> {}
                case DIFFERENCE -> {
                    offset = offset.add(roll.spread());
                    boolean near = offset.abs().compareTo(MOST_POINTS) <= 0;
                    checkSize(name, near, "by " + offset.toPlainString() + " points");
                    adjusted.set(i, segments.get(i).with(PriceShift.by(offset)));
                }
                case RATIO -> {
                    checkRatio(roll, name);
                    factor = factor.multiply(
                            roll.newPrice().divide(roll.oldPrice(), MathContext.DECIMAL128), MathContext.DECIMAL128);
                    boolean near = factor.compareTo(MOST_TIMES) <= 0
                            && BigDecimal.ONE.compareTo(factor.multiply(MOST_TIMES)) <= 0;
                    checkSize(name, near, "by a factor of " + factor.round(new MathContext(3)));
                    adjusted.set(i, segments.get(i).with(PriceShift.times(factor.doubleValue(), decimals)));
                }
            }
        }
        return adjusted;
    }

    private static void checkSize(ContinuousSymbol name, boolean near, String move) {
        if (!near) {
            throw Problem.unprocessable("The rolls of " + name.root() + " would move prices " + move
                    + ", which no market does; look at them with GET /api/rolls/" + name.root() + "?series="
                    + name.rolls() + ", and set them with PUT or go back to the rule with DELETE.");
        }
    }

    private static void checkRatio(Roll roll, ContinuousSymbol name) {
        if (roll.oldPrice().signum() <= 0 || roll.newPrice().signum() <= 0) {
            throw Problem.unprocessable(
                    roll + " has a price that is not above zero, of which there is no ratio; ask for "
                            + name.with(futures.model.Adjustment.DIFFERENCE) + ".");
        }
    }

    @Override
    public BarHeader header() {
        return header;
    }

    @Override
    public Optional<String> rollsRevision() {
        return Optional.of(rolls);
    }

    @Override
    public BarStream open(Connection connection, BarRange range) throws SQLException {
        return new JoinedStream(connection, segments, range);
    }
}

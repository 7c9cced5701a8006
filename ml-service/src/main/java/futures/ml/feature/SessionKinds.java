package futures.ml.feature;

import futures.analytics.indicator.OpeningRange;
import futures.analytics.indicator.PivotPoints;
import futures.analytics.indicator.PreviousDay;
import futures.model.BarSeries;
import futures.model.Session;
import futures.model.SessionHours;
import futures.model.TradingDays;
import java.util.List;

/** The clock, the trading day so far, and the one before. */
final class SessionKinds {
    private static final double MINUTE = 60_000;
    private static final double DAY_MINUTES = 1_440;
    private static final double WEEK_DAYS = 5;
    private static final String AT_OPEN = "at the bar's open";

    private SessionKinds() {}

    static List<FeatureKind> all() {
        return List.of(
                circle("time_of_day", "Time of day by the exchange's clock as a point on a circle of 24 hours.")
                        .values((in, p) -> onCircle(in.minuteOfDay(), DAY_MINUTES, p)),
                circle("day_of_week", "Day of the week of the trading day as a point on a circle of five days.")
                        .values((in, p) -> onCircle(LocalClock.weekday(in), WEEK_DAYS, p)),
                DeclaredKind.of(
                                "minutes_since_open",
                                "Minutes from the opening of the trading day's session to the bar's open.")
                        .known(AT_OPEN)
                        .values((in, p) -> sinceOpen(in)),
                DeclaredKind.of(
                                "regular_hours",
                                "1 in the contract's regular hours, else 0; undefined where they are not known.")
                        .known(AT_OPEN)
                        .values((in, p) -> regular(in)),
                DeclaredKind.of("bar_of_day", "Number of the bar within its trading day, from 0.")
                        .known(AT_OPEN)
                        .span(p -> Span.today())
                        .values((in, p) -> barOfDay(in)),
                DeclaredKind.of("day_return", "Close less the trading day's first open, over the traded close.")
                        .span(p -> Span.today())
                        .values((in, p) -> PriceKinds.overTraded(in, sinceFirstOpen(in))),
                DeclaredKind.of(
                                "day_range_position",
                                "Where the close lies between the day's low so far, 0, and its high, 1; 0.5 where they are one.")
                        .span(p -> Span.today())
                        .values((in, p) -> dayPosition(in)),
                DeclaredKind.of(
                                "opening_range_position",
                                "Where the close lies in the opening range, 0 its low and 1 its high; undefined until the range is over.")
                        .with(FeatureParameter.integer(
                                "after", 0, 0, 1_440, "minutes from the session's opening to the range's beginning"))
                        .with(FeatureParameter.integer("minutes", 30, 1, 1_440, "length of the range"))
                        .span(p -> Span.today())
                        .values((in, p) -> openingRange(in, p)),
                DeclaredKind.of("previous_day", "Close less a price of the trading day before, over the traded close.")
                        .with(FeatureParameter.choice("line", "which price", "close", "open", "high", "low"))
                        .span(p -> Span.yesterday())
                        .values((in, p) -> previousDay(in, p.choice("line"))),
                DeclaredKind.of(
                                "pivot_distance",
                                "Close less a floor traders' pivot of the trading day before, over the traded close.")
                        .with(FeatureParameter.choice(
                                "kind", "how levels are set", "classic", "fibonacci", "camarilla"))
                        .with(FeatureParameter.integer(
                                "level", 0, -3, 3, "0 the pivot, 1 to 3 resistances, -1 to -3 supports"))
                        .span(p -> Span.yesterday())
                        .values((in, p) -> pivot(in, p)));
    }

    private static DeclaredKind circle(String name, String description) {
        return DeclaredKind.of(name, description)
                .with(FeatureParameter.choice("part", "of the point", "sin", "cos"))
                .known(AT_OPEN);
    }

    private static double[] onCircle(double[] at, double round, Parameters p) {
        boolean sine = p.choice("part").equals("sin");
        double[] values = new double[at.length];
        for (int i = 0; i < values.length; i++) {
            double angle = 2 * Math.PI * at[i] / round;
            // of the strict library, whose last bit is the same on every machine
            values[i] = sine ? StrictMath.sin(angle) : StrictMath.cos(angle);
        }
        return values;
    }

    private static double[] sinceOpen(FeatureInput in) {
        double[] values = new double[in.size()];
        BarSeries bars = in.bars();
        TradingDays days = in.days();
        for (int d = 0; d < days.count(); d++) {
            long opens = days.opensAt(d);
            for (int i = days.firstBar(d); i <= days.lastBar(d); i++) {
                values[i] = (bars.openTime(i) - opens) / MINUTE;
            }
        }
        return values;
    }

    private static double[] regular(FeatureInput in) {
        SessionHours hours = in.contract().regularHours();
        if (hours == null) {
            return Columns.undefined(in.size());
        }
        double[] values = new double[in.size()];
        TradingDays days = in.days();
        for (int d = 0; d < days.count(); d++) {
            Session session = hours.on(days.day(d));
            for (int i = days.firstBar(d); i <= days.lastBar(d); i++) {
                values[i] = session.contains(in.bars().openTime(i)) ? 1 : 0;
            }
        }
        return values;
    }

    private static double[] barOfDay(FeatureInput in) {
        double[] values = new double[in.size()];
        TradingDays days = in.days();
        for (int d = 0; d < days.count(); d++) {
            for (int i = days.firstBar(d); i <= days.lastBar(d); i++) {
                values[i] = i - days.firstBar(d);
            }
        }
        return values;
    }

    private static double[] sinceFirstOpen(FeatureInput in) {
        double[] values = new double[in.size()];
        TradingDays days = in.days();
        for (int d = 0; d < days.count(); d++) {
            double open = in.bars().open(days.firstBar(d));
            for (int i = days.firstBar(d); i <= days.lastBar(d); i++) {
                values[i] = in.bars().close(i) - open;
            }
        }
        return values;
    }

    private static double[] dayPosition(FeatureInput in) {
        double[] values = new double[in.size()];
        BarSeries bars = in.bars();
        TradingDays days = in.days();
        for (int d = 0; d < days.count(); d++) {
            double high = Double.NEGATIVE_INFINITY;
            double low = Double.POSITIVE_INFINITY;
            for (int i = days.firstBar(d); i <= days.lastBar(d); i++) {
                high = Math.max(high, bars.high(i));
                low = Math.min(low, bars.low(i));
                values[i] = high == low ? 0.5 : (bars.close(i) - low) / (high - low);
            }
        }
        return values;
    }

    private static double[] openingRange(FeatureInput in, Parameters p) {
        OpeningRange range = new OpeningRange(p.integer("after"), p.integer("minutes"));
        double[] high = in.of(range.high());
        double[] low = in.of(range.low());
        double[] closes = in.closes();
        double[] values = new double[closes.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = high[i] == low[i] ? 0.5 : (closes[i] - low[i]) / (high[i] - low[i]);
        }
        return values;
    }

    private static double[] previousDay(FeatureInput in, String line) {
        PreviousDay day = new PreviousDay();
        double[] level = in.of(
                switch (line) {
                    case "open" -> day.open();
                    case "high" -> day.high();
                    case "low" -> day.low();
                    default -> day.close();
                });
        return PriceKinds.overTraded(in, Columns.zip(in.closes(), level, (a, b) -> a - b));
    }

    private static double[] pivot(FeatureInput in, Parameters p) {
        PivotPoints pivots = new PivotPoints(
                switch (p.choice("kind")) {
                    case "fibonacci" -> PivotPoints.Kind.FIBONACCI;
                    case "camarilla" -> PivotPoints.Kind.CAMARILLA;
                    default -> PivotPoints.Kind.CLASSIC;
                });
        int level = p.integer("level");
        double[] line =
                in.of(level == 0 ? pivots.pivot() : level > 0 ? pivots.resistance(level) : pivots.support(-level));
        return PriceKinds.overTraded(in, Columns.zip(in.closes(), line, (a, b) -> a - b));
    }
}

package futures.risk.measure;

import futures.analytics.account.AccountSeries;
import futures.kit.http.Problem;
import futures.wire.risk.GivenSeries;
import java.time.LocalDate;
import java.util.List;

/** A series that stands in the body of a request. */
final class BodySeries {
    private static final double CAPITAL = 100_000;
    static final double PERIODS_PER_YEAR = 252;
    private static final double LARGEST = 1e12;

    private BodySeries() {}

    static MeasuredSeries of(GivenSeries given) {
        double perYear = Given.within("periods_per_year", given.periodsPerYear(), PERIODS_PER_YEAR, 1, 1e6);
        if (given.trades() != null) {
            return TradeSeries.of(given, capital(given, CAPITAL), perYear);
        }
        boolean isEquity = given.equity() != null;
        boolean compounding = Given.choice("returns_are", given.returnsAre(), "on_equity", "on_equity", "on_capital")
                .equals("on_equity");
        AccountSeries series;
        double capital;
        if (isEquity) {
            double[] equity = Given.numbers("equity", given.equity());
            if (equity.length == 0 || !(equity[0] > 0)) {
                throw Given.wrong("equity", equity.length == 0 ? null : equity[0], "must begin with a value above 0");
            }
            if (given.returnsAre() != null || given.initialCapital() != null) {
                String field = given.returnsAre() != null ? "returns_are" : "initial_capital";
                throw Given.wrong(field, null, "goes with returns; equity says it itself");
            }
            capital = equity[0];
            series = AccountSeries.ofEquity(equity);
        } else {
            capital = capital(given, CAPITAL);
            double[] returns = Given.numbers("returns", given.returns());
            series = compounding
                    ? AccountSeries.ofReturnsOnEquity(returns, capital)
                    : AccountSeries.ofReturnsOnCapital(returns, capital);
        }
        for (double value : series.equity()) {
            if (!Double.isFinite(value)) {
                throw Problem.unprocessable("The returns compound to more than a number can hold; are they in percent?")
                        .field("returns", null, "0.01 is 1 %");
            }
        }
        return new MeasuredSeries(
                isEquity ? "equity" : "returns",
                null,
                series,
                compounding,
                dates(given.dates(), series.periods()),
                null,
                null,
                capital,
                perYear,
                List.of());
    }

    private static double capital(GivenSeries given, double orElse) {
        return given.initialCapital() == null
                ? orElse
                : Given.within(
                        "initial_capital", Given.above("initial_capital", given.initialCapital(), 0), 0, 0, LARGEST);
    }

    /** Null when there are none. */
    private static List<LocalDate> dates(List<LocalDate> dates, int periods) {
        if (dates == null) {
            return null;
        }
        if (dates.size() != periods) {
            throw Given.wrong("dates", dates.size(), "must be one per period: " + periods);
        }
        for (int i = 0; i < periods; i++) {
            if (dates.get(i) == null || (i > 0 && dates.get(i).isBefore(dates.get(i - 1)))) {
                throw Given.wrong(
                        "dates[" + i + "]", dates.get(i), "must not be before the date that stands before it");
            }
        }
        return dates;
    }
}

package futures.data.roll;

import futures.data.contract.ContractDates;
import futures.data.contract.Contracts;
import futures.data.store.DayVolumes;
import futures.data.store.OpenInterestTable;
import futures.data.store.Series;
import futures.kit.http.Problem;
import futures.kit.text.NearNames;
import futures.model.FuturesContract;
import futures.model.TickGrid;
import futures.model.Timeframe;
import futures.model.roll.ContractChain;
import futures.model.roll.Listing;
import futures.wire.data.ContractMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The dated contracts of a root that a plan joins, as they are in one state of the store.
 *
 * @param series   by symbol, in the order of months, in the timeframe that decides
 * @param all      by symbol, every stored contract of the root in every timeframe
 * @param warnings which stored contracts the plan leaves out
 */
record StoredChain(
        ContractMessage product,
        Timeframe timeframe,
        Map<String, Series> series,
        Map<String, List<Series>> all,
        List<String> warnings) {
    private static final String MONTH_CODES = "FGHJKMNQUVXZ";

    /** @throws Problem 404 or 422 that says what to import or to change */
    static StoredChain read(Connection connection, RollPlan plan) throws SQLException {
        ContractMessage product = product(connection, plan.root());
        Map<DatedSymbol, List<Series>> stored = DatedSymbol.stored(connection, plan.root());
        if (stored.isEmpty()) {
            throw Problem.notFound(plan.root() + " has no dated contracts; import some, for example "
                    + example(plan.root(), product) + ", each under its own name.");
        }
        String months = plan.months() == null ? product.activeMonths() : plan.months();
        Map<String, List<Series>> all = new LinkedHashMap<>();
        Map<String, List<Series>> chosen = new LinkedHashMap<>();
        List<String> warnings = new ArrayList<>();
        stored.forEach((dated, series) -> {
            all.put(dated.symbol(), series);
            char month = MONTH_CODES.charAt(dated.contract().month().getMonthValue() - 1);
            boolean named = plan.edited().stream()
                    .anyMatch(roll ->
                            roll.from().equals(dated.symbol()) || roll.to().equals(dated.symbol()));
            if (named || months.indexOf(month) >= 0) {
                chosen.put(dated.symbol(), series);
            } else {
                warnings.add(dated.symbol() + " is left out: its month is none of " + months + " (months=)");
            }
        });
        if (chosen.isEmpty()) {
            throw Problem.unprocessable("None of the stored contracts " + all.keySet() + " is of the months " + months
                            + "; build the calendar with months=.")
                    .field("months", months, "no contract");
        }
        Timeframe timeframe = plan.timeframe() == null ? timeframe(chosen) : plan.timeframe();
        Map<String, Series> series = new LinkedHashMap<>();
        chosen.forEach((symbol, there) -> there.stream()
                .filter(one -> one.timeframe().equals(timeframe))
                .findFirst()
                .ifPresentOrElse(
                        one -> series.put(symbol, one),
                        () -> warnings.add(symbol + " is left out: it has no bars of " + timeframe)));
        if (series.isEmpty()) {
            throw Problem.unprocessable("No contract of " + plan.root() + " has bars of " + timeframe
                            + "; build the calendar with another timeframe=.")
                    .field("timeframe", timeframe, "no bars");
        }
        return new StoredChain(product, timeframe, series, all, warnings);
    }

    /** @throws Problem 404 with near names */
    static ContractMessage product(Connection connection, String root) throws SQLException {
        return Contracts.find(connection, DatedSymbol.productOf(root)).orElseThrow(() -> {
            List<String> known = new ArrayList<>();
            try {
                Contracts.all(connection).forEach(contract -> known.add(contract.symbol()));
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return Problem.notFound("There is no contract spec for '" + DatedSymbol.productOf(root) + "'"
                    + (NearNames.of(root, known).isEmpty() ? "." : NearNames.hint(root, known)));
        });
    }

    private static String example(String root, ContractMessage product) {
        return product.activeMonths()
                .chars()
                .limit(2)
                .mapToObj(code -> DatedSymbol.productOf(root) + (char) code + "25")
                .collect(Collectors.joining(" and "));
    }

    /** The one that most contracts have; of several the finest. Longer ones than a day say nothing of trading days. */
    private static Timeframe timeframe(Map<String, List<Series>> stored) {
        Map<Timeframe, Long> counts = stored.values().stream()
                .flatMap(List::stream)
                .map(Series::timeframe)
                .filter(timeframe -> timeframe.compareTo(Timeframe.DAY) <= 0)
                .collect(Collectors.groupingBy(timeframe -> timeframe, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<Timeframe, Long>comparingByValue()
                        .thenComparing(Map.Entry.<Timeframe, Long>comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(Timeframe.DAY);
    }

    /** Of all that decides the rolls: the bars, open interest where it counts, and what the spec says of days and prices. */
    String inputs(Connection connection, RollPlan plan) throws SQLException {
        StringBuilder text = new StringBuilder(
                plan + "|" + timeframe + '|' + product.tickSize().stripTrailingZeros()
                        + '|' + product.lastTrade() + '|' + product.firstNotice() + '|' + product.activeMonths() + '|'
                        + ContractDates.of(product).calendar() + '|' + warnings);
        for (Series one : series.values()) {
            text.append('|').append(one.id()).append('.').append(one.revision());
            if (plan.kind() == SeriesKind.N) {
                text.append('.').append(OpenInterestTable.revision(connection, one.symbol()));
            }
        }
        return BuiltRolls.hash(text.toString());
    }

    /** @throws Problem 422 when the rule for last trading days is not known, or no open interest is where it decides */
    ContractChain chain(Connection connection, SeriesKind kind) throws SQLException {
        ContractDates dates = ContractDates.of(product);
        if (product.lastTrade() == null) {
            throw Problem.unprocessable("It is not known when contracts of " + product.symbol()
                            + " trade last; PUT /api/contracts/" + product.symbol() + " with last_trade.")
                    .field("last_trade", null, "not known");
        }
        List<Listing> listings = new ArrayList<>();
        boolean anyOpenInterest = false;
        for (Series one : series.values()) {
            FuturesContract contract =
                    DatedSymbol.parse(one.symbol()).orElseThrow().contract();
            SortedMap<LocalDate, Double> volumes = kind == SeriesKind.V
                    ? DayVolumes.of(connection, one, dates.calendar())
                    : Collections.emptySortedMap();
            SortedMap<LocalDate, Double> openInterest = new TreeMap<>();
            if (kind == SeriesKind.N) {
                OpenInterestTable.of(connection, one.symbol())
                        .forEach((day, figure) -> openInterest.put(day, figure.contracts()));
                anyOpenInterest |= !openInterest.isEmpty();
            }
            listings.add(new Listing(
                    one.symbol(),
                    contract,
                    new StoredHistory(connection, one, volumes, openInterest),
                    dates.lastTrade(contract.month()).orElseThrow(),
                    dates.firstNotice(contract.month()).orElse(null)));
        }
        if (kind == SeriesKind.N && !anyOpenInterest) {
            throw Problem.unprocessable("No contract of " + product.symbol()
                            + " has open interest; import files with a column of it, or roll by volume.")
                    .field("rule", "open_interest", "no open interest");
        }
        return ContractChain.of(listings, dates.calendar(), new TickGrid(product.tickSize()));
    }
}

package futures.data.api;

import futures.data.contract.ContractDates;
import futures.data.roll.DatedSymbol;
import futures.data.store.DayVolumes;
import futures.data.store.OpenInterestTable;
import futures.data.store.Series;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.model.FuturesContract;
import futures.model.TradingCalendar;
import futures.wire.data.ChainAnswer;
import futures.wire.data.ChainAnswer.DatedContract;
import futures.wire.data.ChainAnswer.Holdings;
import futures.wire.data.ContractMessage;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/** The dated contracts of a product: those of its listed months, and those that have bars. */
public final class ChainRoutes {
    private static final int MOST_MONTHS = 600;
    private static final String MONTH_CODES = "FGHJKMNQUVXZ";

    private final Store store;

    public ChainRoutes(Store store) {
        this.store = store;
    }

    public void mount(Routes routes) {
        routes.get("/api/contracts/{symbol}/chain")
                .summary(
                        "The dated contracts of a product, with their last trading and first notice days and what is stored of them")
                .path("symbol", "product, e.g. ES; ES-SYNTH for made-up contracts")
                .query("from", Param.text(), "first contract month, e.g. 2024-01; a year ago when left out")
                .query("to", Param.text(), "last contract month, inclusive; two years after the first when left out")
                .answers(ChainAnswer.class)
                .handle(this::chain);
    }

    private Object chain(Request request) {
        String root = request.path("symbol");
        ContractMessage product = store.contracts().get(DatedSymbol.productOf(root));
        YearMonth now = YearMonth.from(store.clock().instant().atZone(ZoneOffset.UTC));
        YearMonth from = request.has("from") ? month(request, "from") : now.minusYears(1);
        YearMonth to = request.has("to") ? month(request, "to") : from.plusYears(2);
        if (to.isBefore(from) || from.plusMonths(MOST_MONTHS).isBefore(to)) {
            throw Problem.badRequest("'to' must be at or after 'from', and at most " + MOST_MONTHS + " months later.")
                    .field("to", to.toString(), "out of range");
        }
        return store.database().snapshot(connection -> {
            Map<DatedSymbol, List<Series>> stored = DatedSymbol.stored(connection, root);
            List<DatedContract> contracts = new ArrayList<>();
            for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
                DatedSymbol dated = new DatedSymbol(root, new FuturesContract(product.symbol(), month));
                List<Series> series = stored.getOrDefault(dated, List.of());
                boolean listed = product.months().indexOf(MONTH_CODES.charAt(month.getMonthValue() - 1)) >= 0;
                if (listed || !series.isEmpty()) {
                    contracts.add(contract(connection, dated, product, series));
                }
            }
            return new ChainAnswer(root, contracts);
        });
    }

    private DatedContract contract(
            Connection connection, DatedSymbol dated, ContractMessage product, List<Series> series)
            throws SQLException {
        ContractDates dates = ContractDates.of(product);
        YearMonth month = dated.contract().month();
        return new DatedContract(
                dated.symbol(),
                month,
                dates.lastTrade(month).orElse(null),
                dates.firstNotice(month).orElse(null),
                series.isEmpty() ? null : holdings(connection, series.get(0), dates.calendar()),
                series.stream().map(one -> store.message(one, false)).toList());
    }

    private static Holdings holdings(Connection connection, Series series, TradingCalendar calendar)
            throws SQLException {
        NavigableMap<LocalDate, Double> volumes = DayVolumes.of(connection, series, calendar);
        Map.Entry<LocalDate, OpenInterestTable.Figure> openInterest =
                OpenInterestTable.of(connection, series.symbol()).lastEntry();
        return new Holdings(
                series.timeframe().toString(),
                series.bars(),
                Instant.ofEpochMilli(series.firstTime()),
                Instant.ofEpochMilli(series.lastTime()),
                number(volumes.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum()),
                volumes.lastKey(),
                number(volumes.lastEntry().getValue()),
                openInterest == null ? null : number(openInterest.getValue().contracts()),
                openInterest == null ? null : openInterest.getKey());
    }

    /** Without an exponent and without zeros behind the point. */
    private static BigDecimal number(double value) {
        BigDecimal plain = BigDecimal.valueOf(value).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    private static YearMonth month(Request request, String name) {
        try {
            return YearMonth.parse(request.text(name));
        } catch (DateTimeParseException e) {
            throw Problem.badRequest("'" + name + "' must be a month such as 2024-12.")
                    .field(name, request.text(name), "no month");
        }
    }
}

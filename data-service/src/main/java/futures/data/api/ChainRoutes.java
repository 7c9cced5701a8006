package futures.data.api;

import futures.data.store.Series;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.model.FuturesContract;
import futures.model.LastTrade;
import futures.model.TradingCalendar;
import futures.wire.data.ChainAnswer;
import futures.wire.data.ChainAnswer.DatedContract;
import futures.wire.data.ContractMessage;
import futures.wire.data.SeriesMessage;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

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
                .summary("The dated contracts of a product, with their last trading days and what is stored of them")
                .path("symbol", "product, e.g. ES")
                .query("from", Param.text(), "first contract month, e.g. 2024-01; a year ago when left out")
                .query("to", Param.text(), "last contract month, inclusive; two years after the first when left out")
                .answers(ChainAnswer.class)
                .handle(this::chain);
    }

    private Object chain(Request request) {
        ContractMessage product = store.contracts().get(request.path("symbol"));
        YearMonth now = YearMonth.from(store.clock().instant().atZone(ZoneOffset.UTC));
        YearMonth from = request.has("from") ? month(request, "from") : now.minusYears(1);
        YearMonth to = request.has("to") ? month(request, "to") : from.plusYears(2);
        if (to.isBefore(from) || from.plusMonths(MOST_MONTHS).isBefore(to)) {
            throw Problem.badRequest("'to' must be at or after 'from', and at most " + MOST_MONTHS + " months later.")
                    .field("to", to.toString(), "out of range");
        }
        Map<YearMonth, List<SeriesMessage>> stored = stored(product.symbol());
        TradingCalendar calendar = store.contracts().calendar(product.symbol());
        List<DatedContract> contracts = new ArrayList<>();
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            List<SeriesMessage> series = stored.getOrDefault(month, List.of());
            boolean listed = product.months().indexOf(MONTH_CODES.charAt(month.getMonthValue() - 1)) >= 0;
            if (listed || !series.isEmpty()) {
                String symbol = new FuturesContract(product.symbol(), month).symbol();
                contracts.add(new DatedContract(symbol, month, lastTrade(product, month, calendar), series));
            }
        }
        return new ChainAnswer(product.symbol(), contracts);
    }

    private Map<YearMonth, List<SeriesMessage>> stored(String product) {
        Map<YearMonth, List<SeriesMessage>> stored = new TreeMap<>();
        for (Series series : store.all()) {
            FuturesContract.parse(series.symbol())
                    .filter(contract -> contract.root().equals(product))
                    .ifPresent(contract -> stored.computeIfAbsent(contract.month(), month -> new ArrayList<>())
                            .add(store.message(series, false)));
        }
        return stored;
    }

    private static LocalDate lastTrade(ContractMessage product, YearMonth month, TradingCalendar calendar) {
        return product.lastTrade() == null
                ? null
                : LastTrade.valueOf(product.lastTrade().toUpperCase(Locale.ROOT))
                        .of(month, calendar);
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

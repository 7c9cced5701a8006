package futures.risk.subject;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.ServiceClient;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Fetches a portfolio and cuts it into slices. */
public final class PortfolioReader {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int PAGE = 10_000;

    private final ServiceClient portfolio;
    private final ServiceClient data;

    public PortfolioReader(ServiceClient portfolio, ServiceClient data) {
        this.portfolio = portfolio;
        this.data = data;
    }

    /**
     * A portfolio without its round trips.
     *
     * @param equity cash and unrealised P&amp;L as far as the portfolio knows prices
     */
    public record Account(
            String name, BigDecimal initialCash, BigDecimal equity, long trades, List<Position> positions) {}

    /** @throws futures.kit.http.Problem 404 when there is no such portfolio, 503 when the service does not answer */
    public Account account(String id) {
        String path = "/api/portfolio/" + id;
        JsonNode totals = portfolio.get(path, LONGEST);
        List<Position> positions = new ArrayList<>();
        portfolio.get(path + "/positions", LONGEST).path("positions").forEach(row -> positions.add(Position.of(row)));
        BigDecimal equity = Position.number(totals, "equity");
        if (equity == null) {
            BigDecimal open = positions.stream().map(Position::open).reduce(BigDecimal.ZERO, BigDecimal::add);
            equity = Position.number(totals, "cash").add(open);
        }
        return new Account(
                totals.path("name").asText(),
                Position.number(totals, "initial_cash"),
                equity,
                totals.path("trades").asLong(),
                positions);
    }

    /** @throws futures.kit.http.Problem as {@link #account} */
    public Subject read(String id) {
        Account account = account(id);
        Contracts contracts = new Contracts(data);
        DaySums total = new DaySums();
        DaySums strategies = new DaySums();
        DaySums symbols = new DaySums();
        String cursor = null;
        do {
            JsonNode page = portfolio.get(
                    "/api/portfolio/" + id + "/trades?limit=" + PAGE + (cursor == null ? "" : "&cursor=" + cursor),
                    LONGEST);
            for (JsonNode trade : page.path("trades")) {
                String symbol = trade.path("symbol").asText();
                long exit = Instant.parse(trade.path("exit_time").asText()).toEpochMilli();
                LocalDate day = contracts.of(symbol).calendar().tradingDay(exit);
                BigDecimal net = trade.path("net").decimalValue();
                total.add("", day, net);
                if (trade.path("strategy_name").isTextual()) {
                    strategies.add(trade.path("strategy_name").asText(), day, net);
                }
                names(symbol).forEach(name -> symbols.add(name, day, net));
            }
            cursor = page.path("cursor").asText(null);
        } while (cursor != null);
        account.positions().forEach(held -> names(held.symbol()).forEach(symbols::know));
        return new Subject(
                Subject.PORTFOLIO,
                id,
                account.name(),
                account.initialCash(),
                account.trades(),
                null,
                null,
                Correlations.fill(slices(account, total.of(""), strategies, symbols, contracts)));
    }

    /** A symbol and its product. */
    private static Set<String> names(String symbol) {
        return new TreeSet<>(List.of(symbol, Product.of(symbol)));
    }

    private static List<Slice> slices(
            Account account, List<Day> days, DaySums strategies, DaySums symbols, Contracts contracts) {
        BigDecimal closed = days.stream().map(Day::profit).reduce(account.initialCash(), BigDecimal::add);
        Held all = Holdings.of(account.positions(), contracts, account.equity());
        List<Slice> slices = new ArrayList<>();
        slices.add(new Slice(Slice.ACCOUNT, null, days, account.equity().subtract(closed), all, null));
        // Positions do not say whose they are: each strategy is taken to hold all of them.
        strategies
                .names()
                .forEach(name ->
                        slices.add(new Slice(Slice.STRATEGY, name, strategies.of(name), BigDecimal.ZERO, all, null)));
        symbols.names().forEach(name -> {
            List<Position> own = account.positions().stream()
                    .filter(held -> names(held.symbol()).contains(name))
                    .toList();
            BigDecimal open = own.stream().map(Position::open).reduce(BigDecimal.ZERO, BigDecimal::add);
            Held held = Holdings.of(own, contracts, account.equity());
            slices.add(new Slice(Slice.SYMBOL, name, symbols.of(name), open, held, null));
        });
        return slices;
    }
}

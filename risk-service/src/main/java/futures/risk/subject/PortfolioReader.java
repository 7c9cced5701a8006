package futures.risk.subject;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.ServiceClient;
import futures.model.Product;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Fetches a portfolio and cuts it into slices, each with its days marked to market as the portfolio marks them. */
public final class PortfolioReader {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final ServiceClient portfolio;
    private final ServiceClient data;

    public PortfolioReader(ServiceClient portfolio, ServiceClient data) {
        this.portfolio = portfolio;
        this.data = data;
    }

    /**
     * A portfolio without its days.
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
        JsonNode held = portfolio.get(path + "/positions", LONGEST);
        held.path("positions").forEach(row -> positions.add(Position.of(row)));
        BigDecimal equity = Position.number(held.path("account"), "equity");
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
        String path = "/api/portfolio/" + id + "/daily?by=";
        JsonNode byStrategy = portfolio.get(path + "strategy", LONGEST);
        List<Slice> slices = new ArrayList<>();
        slices.add(whole(account, byStrategy, Holdings.of(account.positions(), contracts, account.equity())));
        for (JsonNode part : byStrategy.path("parts")) {
            if (part.path("name").isTextual()) {
                String name = part.path("name").asText();
                List<Position> own = account.positions().stream()
                        .map(held -> held.of(name))
                        .flatMap(Optional::stream)
                        .toList();
                Held held = Holdings.of(own, contracts, account.equity());
                slices.add(new Slice(
                        Slice.STRATEGY, name, days(part), open(own, Position.number(part, "unrealized")), held, null));
            }
        }
        Parts symbols = new Parts(portfolio.get(path + "symbol", LONGEST).path("parts"));
        for (String name : symbols.names()) {
            List<Position> own = account.positions().stream()
                    .filter(held -> names(held.symbol()).contains(name))
                    .toList();
            Held held = Holdings.of(own, contracts, account.equity());
            slices.add(
                    new Slice(Slice.SYMBOL, name, symbols.days(name), open(own, symbols.unrealized(name)), held, null));
        }
        return new Subject(
                Subject.PORTFOLIO,
                id,
                account.name(),
                account.initialCash(),
                account.trades(),
                null,
                null,
                Correlations.fill(slices));
    }

    /** Of the symbols, and of products the sums of their contracts'. */
    private static final class Parts {
        private final DaySums days = new DaySums();
        private final DaySums unrealized = new DaySums();

        Parts(JsonNode parts) {
            for (JsonNode part : parts) {
                for (String name : PortfolioReader.names(part.path("name").asText())) {
                    PortfolioReader.days(part).forEach(day -> days.add(name, day.day(), day.profit()));
                    unrealized.add(name, LocalDate.EPOCH, Position.number(part, "unrealized"));
                }
            }
        }

        Iterable<String> names() {
            return unrealized.names();
        }

        List<Day> days(String name) {
            return days.of(name);
        }

        BigDecimal unrealized(String name) {
            return unrealized.of(name).get(0).profit();
        }
    }

    /** A symbol and its product. */
    private static Set<String> names(String symbol) {
        return new TreeSet<>(List.of(symbol, Product.of(symbol)));
    }

    private static Slice whole(Account account, JsonNode daily, Held held) {
        List<Day> days = new ArrayList<>();
        BigDecimal before = account.initialCash();
        for (JsonNode row : daily.path("days")) {
            BigDecimal equity = row.path("equity").decimalValue();
            days.add(new Day(LocalDate.parse(row.path("date").asText()), equity.subtract(before)));
            before = equity;
        }
        return new Slice(Slice.ACCOUNT, null, days, account.equity().subtract(before), held, null);
    }

    private static List<Day> days(JsonNode part) {
        List<Day> days = new ArrayList<>();
        part.path("days")
                .forEach(row -> days.add(new Day(
                        LocalDate.parse(row.path("date").asText()),
                        row.path("profit").decimalValue())));
        return days;
    }

    /** What was won since the last close that the days are marked at. */
    private static BigDecimal open(List<Position> own, BigDecimal marked) {
        return own.stream()
                .map(Position::open)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .subtract(marked);
    }
}

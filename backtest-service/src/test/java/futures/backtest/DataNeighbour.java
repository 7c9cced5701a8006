package futures.backtest;

import com.sun.net.httpserver.HttpExchange;
import futures.kit.Neighbour;
import futures.kit.columnar.ColumnWriter;
import futures.marketdata.BarStream;
import futures.model.BarSeries;
import futures.model.Timeframe;
import futures.model.bars.BarForm;
import futures.model.bars.Hours;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Speaks the part of the data service's HTTP that backtests need, with seeded random walks: ES in minutes and in bars of
 * five, rolled as ES.v.0, CL in minutes, with the contracts' money and the rates that a test says; a start or an end that is an instant is heeded. The real one is used in the end-to-end tests.
 */
final class DataNeighbour extends Neighbour {
    private static final Map<String, String> CONTRACTS = Map.of(
            "ES", """
            {"symbol":"ES","name":"E-mini S&P 500","exchange":"CME","currency":"USD","tick_size":0.25,"point_value":50,
             "initial_margin":12650,"maintenance_margin":%d,"time_zone":"America/Chicago",
             "opens":"17:00:00","closes":"16:00:00"}""",
            "CL", """
            {"symbol":"CL","name":"Crude oil","exchange":"NYMEX","currency":"USD","tick_size":0.01,"point_value":1000,
             "initial_margin":6000,"maintenance_margin":%d,"time_zone":"America/Chicago",
             "opens":"17:00:00","closes":"16:00:00"}""");
    private static final String SERIES = """
            {"series":[{"symbol":"CL","timeframe":"1m"},{"symbol":"ES","timeframe":"1m"},{"symbol":"ES","timeframe":"5m"}]}""";
    private static final Pattern DAYS = Pattern.compile("[&?_]days=(\\d+)");

    private final AtomicInteger revision = new AtomicInteger(1);
    private final AtomicInteger margin = new AtomicInteger(5_000);
    private final Map<String, String> money = new ConcurrentHashMap<>();
    private final Map<String, String> rates = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger served = new AtomicInteger();
    private final Map<String, String> grades = new ConcurrentHashMap<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile String token = "";
    private volatile int rollsAhead;

    DataNeighbour() throws IOException {
        start();
    }

    /** Queries for bars, in their order. */
    List<String> asked() {
        return asked;
    }

    /** How often bars were sent in full. */
    int served() {
        return served.get();
    }

    /** Other bars from now on. */
    void change() {
        revision.incrementAndGet();
    }

    /** Other maintenance margins from now on. */
    void changeMargin() {
        margin.addAndGet(100);
    }

    /** Further fields of a contract from now on, in place of those said before, e.g. {@code "exchange_fees":1.4}. */
    void money(String symbol, String fields) {
        money.put(symbol, fields);
    }

    /** Grade of a symbol's bars of a timeframe from now on; {@code null}: there is no such route. All are an A before. */
    void grade(String symbol, String timeframe, String grade) {
        grades.put(symbol + timeframe, String.valueOf(grade));
    }

    /** Rates of a pair from now on: days and rates by turns. */
    void rates(String pair, String... daysAndRates) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < daysAndRates.length; i += 2) {
            rows.add("{\"date\":\"" + daysAndRates[i] + "\",\"rate\":" + daysAndRates[i + 1] + "}");
        }
        rates.put(pair, "{\"pair\":\"" + pair + "\",\"source\":\"test\",\"rates\":[" + String.join(",", rows) + "]}");
    }

    /** Who has not this token is refused from now on. */
    void require(String secret) {
        token = secret;
    }

    /** Requests for bars wait from now on, until the latch is counted down. */
    CountDownLatch hold() {
        gate = new CountDownLatch(1);
        return gate;
    }

    @Override
    protected void answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        String name = path.length > 3 ? path[3] : "";
        if (!token.isEmpty()
                && !("Bearer " + token).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            json(exchange, 401, "{\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"Send the token.\"}");
        } else if (name.isEmpty() && path.length > 2 && path[2].equals("data")) {
            json(exchange, 200, SERIES);
        } else if (rates.containsKey(name)) {
            json(exchange, 200, rates.get(name));
        } else if (name.equals("ES.v.0") && path.length > 4) {
            grade(exchange, name);
        } else if (name.equals("ES.v.0")) {
            bars(exchange, name);
        } else if (path[2].equals("rolls")) {
            rolls(exchange);
        } else if (!CONTRACTS.containsKey(name)) {
            missing(exchange, "There is no series '" + name + "'.");
        } else if (path[2].equals("contracts")) {
            String contract = CONTRACTS.get(name).formatted(margin.get());
            String more = money.get(name);
            json(exchange, 200, more == null ? contract : contract.replaceFirst("}$", "," + more + "}"));
        } else if (path.length > 4) {
            grade(exchange, name);
        } else {
            bars(exchange, name);
        }
    }

    /** Bar of the roll: by volume the middle one, earlier by two hundred for each day before expiry. */
    private static int rollBar(HttpExchange exchange) {
        Matcher days = DAYS.matcher(String.valueOf(exchange.getRequestURI().getQuery()));
        return 2_500 - (days.find() ? 200 * Integer.parseInt(days.group(1)) : 0);
    }

    private void rolls(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getQuery().contains("rule=first_notice")) {
            json(exchange, 422, "{\"title\":\"Impossible\",\"status\":422,\"detail\":\"ES is settled in cash.\"}");
            return;
        }
        int bar = rollBar(exchange);
        WalkOfPrices.RollOfWalk roll = WalkOfPrices.of("ES", revision.get(), 1).rollAt(bar);
        json(exchange, 200, """
                {"calendars":[{"revision":"r%d","provenance":"by rule: test","rolls":[
                  {"time":"%s","from":"ESH24","to":"ESM24","old_price":%s,"new_price":%s}]}]}""".formatted(
                        bar + rollsAhead, Instant.ofEpochMilli(roll.time()), roll.oldPrice(), roll.newPrice()));
    }

    /** Rolls of another revision than the bars from now on. */
    void changeRolls() {
        rollsAhead = 1;
    }

    private void grade(HttpExchange exchange, String symbol) throws IOException {
        String query = exchange.getRequestURI().getQuery();
        String timeframe = query.replaceFirst(".*timeframe=([^&]+).*", "$1");
        String grade = grades.getOrDefault(symbol + timeframe, "A");
        if (grade.equals("null")) {
            missing(exchange, "There is no such route.");
            return;
        }
        json(
                exchange,
                200,
                "{\"grade\":\"%s\",\"reason\":\"missing_bars: 7 of %s\",\"revision\":\"7.%d\",\"href\":\"/report?%s\"}"
                        .formatted(grade, symbol, revision.get(), query));
    }

    private void bars(HttpExchange exchange, String symbol) throws IOException {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (current(exchange, "\"" + revision.get() + "\"")) {
            return;
        }
        served.incrementAndGet();
        exchange.getResponseHeaders().set("Content-Type", ColumnWriter.MEDIA_TYPE);
        boolean rolled = symbol.equals("ES.v.0");
        int rollBar = rolled ? rollBar(exchange) : Integer.MAX_VALUE;
        if (rolled) {
            exchange.getResponseHeaders().set("X-Rolls-Revision", "r" + rollBar);
        }
        exchange.sendResponseHeaders(200, 0);
        String query = exchange.getRequestURI().getQuery();
        asked.add(query);
        String product = rolled ? "ES" : symbol;
        try (OutputStream out = exchange.getResponseBody()) {
            new BarStream(walked(product, rollBar, query), product).write(out);
        }
    }

    private BarSeries walked(String product, int rollBar, String query) {
        Timeframe stored = new Timeframe(query.contains("timeframe=5m") ? 300 : 60);
        BarForm form = BarForm.parse(value(query, "timeframe", "1m"))
                .with(Hours.valueOf(value(query, "hours", "all").toUpperCase(Locale.ROOT)));
        if (!form.equals(BarForm.of(stored))) {
            return WalkOfPrices.of(product, revision.get(), 1).made(form);
        }
        return WalkOfPrices.of(product, revision.get(), stored.seconds() / 60)
                .rolledAt(rollBar)
                .between(instant(query, "start_date", 0), instant(query, "end_date", Long.MAX_VALUE))
                .bars(stored);
    }

    private static long instant(String query, String name, long standard) {
        try {
            return Instant.parse(value(query, name, "")).toEpochMilli();
        } catch (DateTimeParseException none) {
            return standard;
        }
    }

    private static String value(String query, String name, String standard) {
        for (String part : query.split("&")) {
            if (part.startsWith(name + "=")) {
                return part.substring(name.length() + 1);
            }
        }
        return standard;
    }

    @Override
    public void close() {
        gate.countDown();
        super.close();
    }
}

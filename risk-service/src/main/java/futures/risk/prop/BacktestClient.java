package futures.risk.prop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import futures.kit.ServiceClient;
import futures.kit.columnar.ColumnBatch;
import futures.kit.columnar.ColumnReader;
import futures.kit.http.Problem;
import futures.kit.json.Json;
import futures.model.Product;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fetches finished backtests: equity of every bar as columns, days, round trips one by one. */
final class BacktestClient {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int MOST_TRIPS = 1_000_000;

    private final ServiceClient backtest;

    BacktestClient(ServiceClient backtest) {
        this.backtest = backtest;
    }

    /** @throws Problem 404 when there is none, 409 when it has no result, 422 when it is in another currency */
    StoredRun fetch(String id, String currency) {
        String path = "/api/backtests/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
        JsonNode state = backtest.get(path, LONGEST);
        String account = state.path("order").path("account_currency").asText(currency);
        if (!account.equals("null") && !account.equals(currency)) {
            throw Problem.unprocessable("The backtest is in " + account + " and the plan in " + currency
                    + "; run the backtest with account_currency " + currency + ".");
        }
        try {
            List<StoredRun.Session> days = new ArrayList<>();
            backtest.get(path + "/daily", LONGEST)
                    .forEach(row -> days.add(new StoredRun.Session(
                            LocalDate.parse(row.path("day").asText()),
                            Millionths.of(row.path("equity").decimalValue()))));
            try (InputStream in = stream(path + "/equity?format=arrow")) {
                ColumnReader reader = new ColumnReader(in);
                ColumnBatch bars = reader.readAll();
                double[] money = bars.doubles("equity");
                long[] equity = new long[bars.rows()];
                for (int i = 0; i < equity.length; i++) {
                    equity[i] = Millionths.of(money[i]);
                }
                return new StoredRun(
                        id,
                        Millionths.of(new BigDecimal(reader.metadata().get("initial_cash"))),
                        bars.longs("time"),
                        equity,
                        days,
                        trips(path),
                        products(state));
            }
        } catch (IOException e) {
            throw Problem.unavailable("The backtest service's answer broke off: " + e.getMessage());
        }
    }

    private InputStream stream(String path) {
        return backtest.stream(path, null, LONGEST).body();
    }

    private List<Trip> trips(String path) throws IOException {
        List<Trip> trips = new ArrayList<>();
        try (InputStream in = stream(path + "/trades");
                MappingIterator<Trip> rows = Json.mapper().readerFor(Trip.class).readValues(in)) {
            while (rows.hasNextValue()) {
                trips.add(rows.nextValue());
                if (trips.size() > MOST_TRIPS) {
                    throw Problem.tooLarge(
                            "The backtest has more than " + MOST_TRIPS + " round trips; run it on a shorter period.");
                }
            }
        }
        return trips;
    }

    /** A run of one names its contract; one of many names it where it differs from the symbol. */
    private static Map<String, String> products(JsonNode state) {
        Map<String, String> products = new LinkedHashMap<>();
        JsonNode order = state.path("order");
        String contract = state.path("result").path("contract").asText("");
        if (!contract.isEmpty() && !contract.equals("null")) {
            products.put(order.path("symbol").asText(), Product.of(contract));
        }
        for (Map.Entry<String, JsonNode> market : order.path("markets").properties()) {
            JsonNode named = market.getValue().path("contract");
            products.put(market.getKey(), Product.of(named.isTextual() ? named.asText() : market.getKey()));
        }
        return products;
    }
}

package futures.risk.measure;

import com.fasterxml.jackson.databind.JsonNode;
import futures.analytics.account.AccountSeries;
import futures.analytics.performance.Excursion;
import futures.analytics.performance.TradeColumns;
import futures.kit.ServiceClient;
import futures.kit.ServiceContext;
import futures.kit.http.Problem;
import futures.model.Side;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Series of results that other services keep. */
final class StoredSeries {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final double MILLIONTHS = 1e6;
    private static final double DAYS_A_YEAR = 252;
    private static final int PAGE = 10_000;

    private final ServiceClient backtests;
    private final ServiceClient portfolios;

    StoredSeries(ServiceContext context) {
        backtests = context.client("backtest");
        portfolios = context.client("portfolio");
    }

    /** Daily equity and round trips of a finished backtest. */
    MeasuredSeries backtest(String id) {
        String path = "/api/backtests/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
        JsonNode state = backtests.get(path, LONGEST);
        if (!state.path("state").asText().equals("done")) {
            throw Problem.unprocessable("Backtest " + id + " has no result: it is "
                            + state.path("state").asText() + ".")
                    .field("backtest_id", id, "not done");
        }
        List<LocalDate> days = new ArrayList<>();
        List<Double> profits = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (JsonNode row : backtests.get(path + "/daily", LONGEST)) {
            if (!row.has("strategy")) {
                days.add(LocalDate.parse(row.path("day").asText()));
                profits.add(row.path("profit").asDouble());
                values.add(row.path("equity").asDouble());
            }
        }
        if (days.isEmpty()) {
            throw Problem.unprocessable("Backtest " + id + " has no days.").field("backtest_id", id, "no days");
        }
        double[] equity = new double[days.size() + 1];
        equity[0] = values.get(0) - profits.get(0);
        for (int i = 0; i < values.size(); i++) {
            equity[i + 1] = values.get(i);
        }
        TradeColumns columns = new TradeColumns();
        List<Excursion> excursions = new ArrayList<>();
        for (JsonNode trade : backtests.get(path + "/trades", LONGEST)) {
            JsonNode multiple = trade.path("r_multiple");
            columns.add(
                    Side.valueOf(trade.path("side").asText()),
                    millionths(trade.path("net")),
                    millionths(trade.path("gross")),
                    trade.path("bars_held").asInt(),
                    multiple.isNumber() ? multiple.asDouble() : Double.NaN,
                    trade.path("ambiguous").asBoolean());
            excursions.add(new Excursion(
                    trade.path("mae").asDouble(),
                    trade.path("mfe").asDouble(),
                    trade.path("ticks").asLong(),
                    trade.path("mae_ticks").asLong(),
                    trade.path("mfe_ticks").asLong()));
        }
        return new MeasuredSeries(
                "backtest",
                id,
                AccountSeries.ofEquity(equity),
                false,
                days,
                columns,
                excursions,
                equity[0],
                DAYS_A_YEAR,
                List.of("Drawdowns are of daily closes; the backtest's own max_drawdown is of every bar."));
    }

    /** Days of a portfolio as it marks them to market, and its closed round trips. */
    MeasuredSeries portfolio(String id) {
        String path = "/api/portfolio/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
        JsonNode daily = portfolios.get(path + "/daily", LONGEST);
        double capital = daily.path("initial_cash").asDouble();
        TreeMap<LocalDate, Double> profits = new TreeMap<>();
        double before = capital;
        for (JsonNode day : daily.path("days")) {
            double equity = day.path("equity").asDouble();
            profits.put(LocalDate.parse(day.path("date").asText()), equity - before);
            before = equity;
        }
        if (profits.isEmpty()) {
            throw Problem.unprocessable("Nothing was recorded in portfolio " + id + " yet.")
                    .field("portfolio_id", id, "nothing to measure");
        }
        return TradeSeries.ofDays("portfolio", id, trips(path), null, profits, capital, DAYS_A_YEAR, notes(daily));
    }

    private static List<String> notes(JsonNode daily) {
        List<String> notes = new ArrayList<>();
        notes.add("Days are marked to market at their closes; round trips are the closed ones.");
        daily.path("unmarked")
                .properties()
                .forEach(symbol -> notes.add(symbol.getKey() + " is not marked on all days: "
                        + symbol.getValue().asText()));
        return notes;
    }

    private TradeColumns trips(String path) {
        TradeColumns columns = new TradeColumns();
        String cursor = "";
        while (cursor != null) {
            JsonNode page = portfolios.get(
                    path + "/trades?limit=" + PAGE
                            + (cursor.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8)),
                    LONGEST);
            for (JsonNode trade : page.path("trades")) {
                columns.add(
                        Side.valueOf(trade.path("side").asText()),
                        millionths(trade.path("net")),
                        millionths(trade.path("gross")),
                        0,
                        Double.NaN,
                        false);
            }
            cursor = page.path("cursor").asText(null);
        }
        return columns;
    }

    private static long millionths(JsonNode money) {
        return Math.round(money.asDouble() * MILLIONTHS);
    }
}

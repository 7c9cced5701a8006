package futures.backtest.run;

import futures.backtest.order.OrderNames;
import futures.backtest.store.BacktestStore;
import futures.kit.ServiceClient;
import futures.kit.http.Problem;
import futures.wire.backtest.BacktestOrder;
import futures.wire.portfolio.RoundTripRecord;
import futures.wire.portfolio.TradeBatch;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Hands a run's round trips to the portfolio service: all of them in one call, which it takes once however often it is sent. */
final class PortfolioRecorder {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int LONGEST_TITLE = 100;

    private final ServiceClient portfolio;
    private final BacktestStore store;

    PortfolioRecorder(ServiceClient portfolio, BacktestStore store) {
        this.portfolio = portfolio;
        this.store = store;
    }

    /**
     * Records into the portfolio that the order names, or a new one.
     *
     * @return the portfolio's number
     */
    String record(String id, BacktestOrder order, BigDecimal initialCash, List<RoundTripRecord> trips) {
        String known = store.find(id).map(stored -> stored.portfolioId()).orElse(null);
        String target = order.portfolioId() != null ? order.portfolioId() : known;
        if (target == null) {
            target = create(title(order) + " " + id, initialCash);
        }
        store.recordedTo(id, target);
        if (!trips.isEmpty()) {
            portfolio.post(
                    "/api/portfolio/" + encode(target) + "/trades",
                    new TradeBatch("backtest-" + id, OrderNames.joint(order) ? null : order.strategyName(), id, trips),
                    LONGEST);
        }
        return target;
    }

    /** Makes a portfolio; when a run that was cut off had made it already, that one is it. */
    private String create(String name, BigDecimal initialCash) {
        String parameters = "?name=" + encode(name) + "&initial_cash=" + initialCash.toPlainString();
        try {
            return portfolio
                    .post("/api/portfolio" + parameters, null, LONGEST)
                    .get("id")
                    .asText();
        } catch (Problem e) {
            if (e.status() != 409) {
                throw e;
            }
            return portfolio
                    .get("/api/portfolios?name=" + encode(name), LONGEST)
                    .at("/portfolios/0/id")
                    .asText();
        }
    }

    /** A portfolio's name may have 200 characters, and a joint run any number of strategies. */
    private static String title(BacktestOrder order) {
        String title = OrderNames.strategies(order) + " on " + OrderNames.symbols(order);
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE) + "…";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

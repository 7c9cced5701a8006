package futures.backtest.run;

import futures.backtest.store.BacktestStore;
import futures.kit.ServiceClient;
import futures.kit.http.Problem;
import futures.model.RoundTrip;
import futures.wire.backtest.BacktestOrder;
import futures.wire.portfolio.RoundTripRecord;
import futures.wire.portfolio.TradeBatch;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Hands a run's round trips to the portfolio service: all of them in one call, which it takes once however often it is sent. */
final class PortfolioRecorder {
    private static final Duration LONGEST = Duration.ofSeconds(60);

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
    String record(String id, BacktestOrder order, BigDecimal initialCash, List<RoundTrip> trips) {
        String known = store.find(id).map(stored -> stored.portfolioId()).orElse(null);
        String target = order.portfolioId() != null ? order.portfolioId() : known;
        if (target == null) {
            target = create(order.strategyName() + " on " + order.symbol() + " " + id, initialCash);
        }
        store.recordedTo(id, target);
        if (!trips.isEmpty()) {
            List<RoundTripRecord> records =
                    trips.stream().map(PortfolioRecorder::record).toList();
            portfolio.post(
                    "/api/portfolio/" + encode(target) + "/trades",
                    new TradeBatch("backtest-" + id, order.strategyName(), id, records),
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

    /** An account is booked in cents: gross and costs are rounded half to even, and net is their difference. */
    private static RoundTripRecord record(RoundTrip trip) {
        BigDecimal gross = cents(trip.gross());
        BigDecimal costs = cents(trip.costs());
        return new RoundTripRecord(
                trip.symbol(),
                trip.side().name(),
                trip.contracts(),
                Instant.ofEpochMilli(trip.entryTime()),
                Figures.price(trip.entryPrice()),
                Instant.ofEpochMilli(trip.exitTime()),
                Figures.price(trip.exitPrice()),
                gross,
                costs,
                gross.subtract(costs),
                trip.exitReason().name().toLowerCase(Locale.ROOT));
    }

    private static BigDecimal cents(double money) {
        return Figures.money(money).setScale(2, RoundingMode.HALF_EVEN);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package futures.risk;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Errands;
import futures.kit.ServiceClient;
import futures.kit.ServiceContext;
import futures.kit.bus.Notice;
import futures.kit.http.Problem;
import futures.wire.Channels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns notices into figures: a notice names what to fetch, and the lists name what was missed. */
final class Listener {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int KEPT = 200;
    private static final int CAUGHT_UP_WITH = 50;
    private static final Pattern BACKTEST = Pattern.compile("/api/backtests/([A-Za-z0-9._-]{1,100})");

    private final ServiceClient backtest;
    private final ServiceClient portfolio;
    private final Errands errands = new Errands("risk-fetch", 1000);
    private final Latest<BacktestFigures> backtests = new Latest<>(KEPT);
    private final Latest<PortfolioFigures> portfolios = new Latest<>(KEPT);
    private final AtomicLong heard = new AtomicLong();

    Listener(ServiceContext context) {
        this.backtest = context.client("backtest");
        this.portfolio = context.client("portfolio");
        context.bus().onReconnect(this::catchUp);
        context.bus().subscribe(Channels.BACKTEST_RESULTS, (channel, notice) -> backtestEnded(notice));
        context.bus().subscribe(Channels.PORTFOLIO_TRADES, (channel, notice) -> tradesRecorded(notice));
    }

    private void backtestEnded(Notice notice) {
        heard.incrementAndGet();
        Matcher href = BACKTEST.matcher(String.valueOf(notice.href()));
        if (href.matches()) {
            fetchBacktest(href.group(1));
        }
    }

    private void tradesRecorded(Notice notice) {
        heard.incrementAndGet();
        JsonNode id = notice.data().path("portfolio_id");
        if (id.isIntegralNumber()) {
            // One that was removed is not found, and forgotten for that.
            fetchPortfolio(id.asText());
        }
    }

    /** Asks for what is there; returns at once. */
    void catchUp() {
        errands.run(
                "backtests",
                () -> newestLast(backtest, "/api/backtests", "backtests").stream()
                        .filter(id -> !backtests.knows(id))
                        .forEach(this::fetchBacktest));
        errands.run(
                "portfolios",
                () -> newestLast(portfolio, "/api/portfolios", "portfolios").forEach(this::fetchPortfolio));
    }

    private static List<String> newestLast(ServiceClient service, String path, String rows) {
        List<String> ids = new ArrayList<>();
        service.get(path + "?limit=" + CAUGHT_UP_WITH, LONGEST)
                .path(rows)
                .forEach(row -> ids.add(row.path("id").asText()));
        Collections.reverse(ids);
        return ids;
    }

    private void fetchBacktest(String id) {
        errands.run("backtest " + id, () -> {
            try {
                BacktestFigures figures = BacktestFigures.of(backtest.get("/api/backtests/" + id, LONGEST));
                if (!figures.state().equals("queued") && !figures.state().equals("running")) {
                    backtests.put(id, figures);
                }
            } catch (Problem e) {
                forgetIfGone(e, () -> backtests.remove(id));
            }
        });
    }

    private void fetchPortfolio(String id) {
        errands.run("portfolio " + id, () -> {
            try {
                JsonNode totals = portfolio.get("/api/portfolio/" + id, LONGEST);
                JsonNode performance = portfolio.get("/api/portfolio/" + id + "/performance", LONGEST);
                portfolios.put(id, PortfolioFigures.of(totals, performance));
            } catch (Problem e) {
                forgetIfGone(e, () -> portfolios.remove(id));
            }
        });
    }

    private static void forgetIfGone(Problem problem, Runnable forget) {
        if (problem.status() != 404) {
            throw problem;
        }
        forget.run();
    }

    Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("notices_heard", heard.get());
        details.put("backtests_known", backtests.size());
        details.put("last_backtest", backtests.last().orElse(null));
        details.put("portfolios_known", portfolios.size());
        details.put("last_portfolio", portfolios.last().orElse(null));
        details.put("fetches_waiting", errands.waiting());
        details.put("fetches_dropped", errands.dropped());
        return details;
    }

    void close() {
        errands.close();
    }
}

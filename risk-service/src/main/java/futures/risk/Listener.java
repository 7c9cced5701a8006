package futures.risk;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Errands;
import futures.kit.ServiceClient;
import futures.kit.ServiceContext;
import futures.kit.bus.Notice;
import futures.kit.http.Problem;
import futures.risk.subject.BacktestReader;
import futures.risk.subject.PortfolioReader;
import futures.risk.subject.Subject;
import futures.risk.summary.Summaries;
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
    private final BacktestReader backtestReader;
    private final PortfolioReader portfolioReader;
    private final Summaries summaries;
    private final Errands errands = new Errands("risk-fetch", 1000);
    private final Latest<BacktestFigures> backtests = new Latest<>(KEPT);
    private final Latest<PortfolioFigures> portfolios = new Latest<>(KEPT);
    private final AtomicLong heard = new AtomicLong();

    Listener(ServiceContext context, Summaries summaries) {
        this.backtest = context.client("backtest");
        this.portfolio = context.client("portfolio");
        this.backtestReader = new BacktestReader(backtest);
        this.portfolioReader = new PortfolioReader(portfolio, context.client("data"));
        this.summaries = summaries;
        context.bus().onReconnect(this::catchUp);
        context.bus().subscribe(Channels.BACKTEST_RESULTS, (channel, notice) -> backtestEnded(notice));
        context.bus().subscribe(Channels.PORTFOLIO_TRADES, (channel, notice) -> tradesRecorded(notice));
        context.bus().subscribe(Channels.DATA_UPDATES, (channel, notice) -> pricesChanged());
    }

    private void backtestEnded(Notice notice) {
        Matcher href = BACKTEST.matcher(String.valueOf(notice.href()));
        if (href.matches()) {
            fetchBacktest(href.group(1));
        }
        heard.incrementAndGet();
    }

    private void tradesRecorded(Notice notice) {
        JsonNode id = notice.data().path("portfolio_id");
        if (id.isIntegralNumber()) {
            // One that was removed is not found, and forgotten for that.
            fetchPortfolio(id.asText());
        }
        heard.incrementAndGet();
    }

    /** What is held may be worth something else. */
    private void pricesChanged() {
        portfolios.ids(figures -> figures.openPositions() > 0).forEach(this::fetchPortfolio);
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
                readBacktest(id, false);
            } catch (Problem e) {
                forgetIfGone(e, () -> {
                    backtests.remove(id);
                    summaries.gone(Subject.BACKTEST, id);
                });
            }
        });
    }

    /** @param again also when it was heard of before */
    private void readBacktest(String id, boolean again) {
        JsonNode state = backtest.get("/api/backtests/" + id, LONGEST);
        BacktestFigures figures = BacktestFigures.of(state);
        if (figures.state().equals("queued") || figures.state().equals("running")) {
            return;
        }
        backtests.put(id, figures);
        // A result never changes: one that was heard of before a restart is not read again.
        if (figures.state().equals("done") && (again || !summaries.knows(Subject.BACKTEST, id))) {
            summaries.heard(backtestReader.read(state));
        }
    }

    private void fetchPortfolio(String id) {
        errands.run("portfolio " + id, () -> {
            try {
                readPortfolio(id);
            } catch (Problem e) {
                forgetIfGone(e, () -> {
                    portfolios.remove(id);
                    summaries.gone(Subject.PORTFOLIO, id);
                });
            }
        });
    }

    private void readPortfolio(String id) {
        JsonNode totals = portfolio.get("/api/portfolio/" + id, LONGEST);
        JsonNode performance = portfolio.get("/api/portfolio/" + id + "/performance", LONGEST);
        portfolios.put(id, PortfolioFigures.of(totals, performance));
        summaries.heard(portfolioReader.read(id));
    }

    /**
     * Fetches on the calling thread what was not heard of.
     *
     * @throws Problem 404 when there is none, 503 when the neighbour does not answer
     */
    void fetch(String subject, String id) {
        if (subject.equals(Subject.BACKTEST)) {
            readBacktest(id, true);
        } else {
            readPortfolio(id);
        }
    }

    /** Compares all that is known with the limits; returns at once. */
    void limitsChanged() {
        errands.run("limits", summaries::limitsChanged);
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
        details.put("fetches_busy", errands.busy() ? 1 : 0);
        details.put("fetches_dropped", errands.dropped());
        return details;
    }

    void close() {
        errands.close();
    }
}

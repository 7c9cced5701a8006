package futures.risk.measure;

import futures.kit.ServiceClient;
import futures.kit.ServiceContext;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.wire.risk.StressAnswer;
import futures.wire.risk.StressOrder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What shocks and days of the past would do to open positions. */
final class StressRoutes {
    private static final String PORTFOLIO = "portfolio_id";
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int MOST_POSITIONS = 100;
    private static final int MOST_OUTCOMES = 50;

    private final ServiceClient data;
    private final ServiceClient portfolios;

    StressRoutes(ServiceContext context) {
        data = context.client("data");
        portfolios = context.client("portfolio");
    }

    void declare(Routes routes) {
        routes.post("/api/risk/stress")
                .summary("Gain or loss of open positions under shocks and on days of the past")
                .description(
                        "Shocks are in ticks, percent of the price, or multiples of a day's deviation. A day is read from"
                                + " stored bars: its change from the close before, as a fraction of it, hits the price of now, and the"
                                + " worst within the day beside it. Where a move is not known the row says why, and there is no sum.")
                .query(PORTFOLIO, Param.text(), "its open positions, in place of `positions`")
                .body(StressOrder.class)
                .answers(StressAnswer.class)
                .handle(this::answer);
    }

    private StressAnswer answer(Request request) {
        StressOrder order = request.body(StressOrder.class);
        List<StressOrder.Scenario> scenarios = order.scenarios() == null ? List.of() : order.scenarios();
        List<StressOrder.Day> days = order.days() == null ? List.of() : order.days();
        if (scenarios.size() + days.size() == 0 || scenarios.size() + days.size() > MOST_OUTCOMES) {
            throw Given.wrong(
                    "scenarios", scenarios.size() + days.size(), "and days together must be 1 to " + MOST_OUTCOMES);
        }
        int lookback = Given.within("lookback", order.lookback(), 60, 2, 1_000);
        boolean deviations = scenarios.stream().anyMatch(Shocks::usesDeviations);
        List<StressedPosition> positions = new ArrayList<>();
        for (StressOrder.Held held : held(request, order)) {
            positions.add(StressedPosition.of(data, held, deviations ? lookback : 0));
        }
        List<StressAnswer.Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < scenarios.size(); i++) {
            outcomes.add(Shocks.outcome("scenarios[" + i + "]", scenarios.get(i), positions));
        }
        for (int i = 0; i < days.size(); i++) {
            outcomes.add(PastDay.outcome(data, "days[" + i + "]", days.get(i), positions));
        }
        return new StressAnswer(positions.stream().map(StressedPosition::wire).toList(), outcomes);
    }

    private List<StressOrder.Held> held(Request request, StressOrder order) {
        if (request.has(PORTFOLIO) == (order.positions() != null)) {
            throw Problem.badRequest("Give positions in the body, or the parameter portfolio_id.")
                    .field("positions", null, "exactly one of the two is needed");
        }
        if (order.positions() != null) {
            if (order.positions().isEmpty() || order.positions().size() > MOST_POSITIONS) {
                throw Given.wrong("positions", order.positions().size(), "must be 1 to " + MOST_POSITIONS);
            }
            return order.positions();
        }
        String id = request.text(PORTFOLIO);
        List<StressOrder.Held> held = new ArrayList<>();
        portfolios
                .get("/api/portfolio/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "/positions", LONGEST)
                .path("positions")
                .forEach(position -> {
                    int quantity = position.path("quantity").asInt();
                    boolean isShort = position.path("side").asText().equals("SHORT");
                    held.add(new StressOrder.Held(
                            position.path("symbol").asText(), isShort ? -quantity : quantity, null, null));
                });
        if (held.isEmpty() || held.size() > MOST_POSITIONS) {
            throw Problem.unprocessable("Portfolio " + id + " has " + held.size() + " open positions; 1 to "
                            + MOST_POSITIONS + " can be stressed.")
                    .field(PORTFOLIO, id, held.size() + " positions");
        }
        return held;
    }
}

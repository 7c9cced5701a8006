package futures.engine;

import static futures.engine.Found.none;
import static futures.engine.Found.only;
import static futures.engine.Found.says;
import static futures.engine.Tape.trades;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import futures.engine.finding.Finding;
import futures.engine.finding.Severity;
import futures.model.ContractSpec;
import futures.model.SessionHours;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What the checks of fills, orders and prices find in a run, and a run in which they find nothing. A point in the contract
 * is 50, a tick 12.50.
 */
class FindingsOfFillsTest {
    @Test
    void marginCalls() {
        ContractSpec dear = Samples.contract("ES", "0.25", "50", "9000");
        Tape falling = new Tape(dear).flat(2, 5000).bar(5000, 5000, 4975, 4975).flat(2, 4975);
        Script script = new Script();
        script.at(0, "buy 1");
        BacktestRequest request = falling.request(script);
        says(
                Severity.SERIOUS,
                "liquidated 1 time ",
                only("margin_calls", request.withInitialCash(new BigDecimal("10000"))));
        none("margin_calls", request.withInitialCash(new BigDecimal("20000")));
    }

    @Test
    void refusedOrders() {
        ContractSpec dear = Samples.contract("ES", "0.25", "50", "9000");
        Script script = new Script();
        script.at(0, "buy 2");
        script.at(1, "buy 1 limit 4999.9");
        Finding finding = only(
                "refused_orders",
                new Tape(dear).flat(4, 5000).request(script).withInitialCash(new BigDecimal("10000")));
        says(
                Severity.WARNING,
                "2 orders were refused, 1 of them for want of margin; the first because 2 contracts need an initial margin of 18000.00",
                finding);
        Script allowed = new Script();
        allowed.at(0, "buy 1");
        none("refused_orders", new Tape(dear).flat(4, 5000).run(allowed));
    }

    @Test
    void stopAndTargetInOneBar() {
        Tape wide =
                new Tape(Samples.es()).flat(2, 5000).bar(5000, 5010, 4990, 5000).flat(1, 5000);
        Script script = new Script();
        script.at(0, "buy 1 sl 8 tp 8");
        BacktestRequest request = wide.request(script);
        says(
                Severity.WARNING,
                "1 exit was in a bar that reached stop and target, of 1 round trip; the stop was taken",
                only("stop_and_target_in_one_bar", request));
        says(
                Severity.WARNING,
                "the target was taken",
                only(
                        "stop_and_target_in_one_bar",
                        request.withFills(request.fills().withMode(FillMode.OPTIMISTIC))));
        Script wider = new Script();
        wider.at(0, "buy 1 sl 80 tp 8");
        none("stop_and_target_in_one_bar", wide.run(wider));
    }

    @Test
    void ambiguousTrades() {
        Tape wide =
                new Tape(Samples.es()).flat(2, 5000).bar(5000, 5010, 4990, 5000).flat(1, 5000);
        Script script = new Script();
        script.at(0, "buy 1 sl 8 tp 16");
        BacktestResult result = wide.run(script);
        Finding before = only("ambiguous_trades", result);
        says(Severity.SERIOUS, "decides 1 of 1 round trip (100.0 %)", before);
        assertFalse(before.sentence().contains("between"), before.sentence());
        result.interval();
        says(
                Severity.SERIOUS,
                "they made -100.00. The whole run made between -100.00 and 200.00.",
                only("ambiguous_trades", result));
        Script wider = new Script();
        wider.at(0, "buy 1 sl 80 tp 8");
        none("ambiguous_trades", wide.run(wider));
    }

    @Test
    void staleFills() {
        Script script = new Script();
        script.at(9, "buy 1; sell 1 onclose");
        Tape hole = new Tape(Samples.es())
                .flat(10, 5000)
                .skip(Duration.ofMinutes(20))
                .flat(10, 5000);
        says(
                Severity.WARNING,
                "1 of 2 fills came in the first bar after a hole in a trading day; the longest, before the fill of 2024-03-04T15:30:00Z, lasted 20 minutes",
                only("stale_fills", hole.run(script)));
        none(
                "stale_fills",
                new Tape(Samples.es())
                        .flat(10, 5000)
                        .skip(Duration.ofMinutes(15))
                        .flat(10, 5000)
                        .run(script));
        // over night is no hole
        none(
                "stale_fills",
                new Tape(Samples.es())
                        .flat(10, 5000)
                        .skip(Duration.ofHours(20))
                        .flat(10, 5000)
                        .run(script));
    }

    /** What is said of the hours of round trips, by a run of one strategy and by the joint run of it alone. */
    private static List<Finding> within(SessionHours hours, BacktestRequest request) {
        Market market =
                Market.of(request.market().bars(), request.market().contract().withRegularHours(hours));
        List<Finding> single = ofHours(Backtest.run(request.withMarket(market)).findings());
        JointRequest joint = JointRequest.of(
                        List.of(new Assignment(
                                "only",
                                request.strategy(),
                                "",
                                request.parameters(),
                                market.bars().symbol())),
                        List.of(market))
                .withCosts(request.costs(), Map.of());
        assertEquals(single, ofHours(JointBacktest.run(joint).findings()));
        return single;
    }

    private static List<Finding> ofHours(List<Finding> all) {
        return all.stream()
                .filter(finding -> finding.key().equals("outside_regular_hours"))
                .toList();
    }

    @Test
    void outsideRegularHours() {
        // round trips from 9:01 to 9:02, 15:01 to 15:02 and 21:01 to 21:02 in Chicago
        BacktestRequest three = trades(Duration.ofHours(6).minusMinutes(3), 4, 3, 2);
        SessionHours day = new SessionHours(ZoneId.of("America/Chicago"), LocalTime.of(8, 30), LocalTime.of(15, 1));
        List<Finding> found = within(day, three);
        says(
                Severity.WARNING,
                "2 of 3 round trips (66.7 %) were entered or left outside regular hours; they made 62.50 of 112.50.",
                found.get(0));
        SessionHours longer = new SessionHours(ZoneId.of("America/Chicago"), LocalTime.of(8, 30), LocalTime.of(15, 2));
        says(Severity.NOTE, "1 of 3 round trips", within(longer, three).get(0));
        SessionHours all = new SessionHours(ZoneId.of("America/Chicago"), LocalTime.of(8, 30), LocalTime.of(21, 2));
        assertEquals(List.of(), within(all, three));
        assertEquals(List.of(), within(null, three));
        // the same on a Saturday
        assertEquals(
                1, within(all, trades(Duration.ofDays(5).minusMinutes(3), 4, 4)).size());
    }

    @Test
    void waivedSlippage() {
        Script script = new Script();
        script.at(0, "buy 1");
        script.at(2, "close");
        Costs two = Costs.of("0", 2);
        Tape narrow = new Tape(Samples.es())
                .flat(1, 5000)
                .bar(5000, 5000.25, 5000, 5000)
                .flat(1, 5000)
                .bar(5000, 5001, 4999, 5000);
        says(
                Severity.NOTE,
                "Of 50.00 of slippage 12.50 (25.0 %) were not charged",
                only("waived_slippage", narrow.request(script).withCosts(two)));
        Tape none = new Tape(Samples.es())
                .flat(2, 5000)
                .bar(5000, 5000.5, 5000, 5000.5)
                .bar(5000.5, 5000.5, 5000.25, 5000.5);
        says(
                Severity.SERIOUS,
                "Of 50.00 of slippage 37.50 (75.0 %) were not charged",
                only("waived_slippage", none.request(script).withCosts(two)));
        none("waived_slippage", narrow.request(script).withCosts(Costs.of("0", 1)));
        none(
                "waived_slippage",
                none.request(script).withCosts(two).withFills(new FillSettings(true, false, false, true)));
    }

    @Test
    void offGridPrices() {
        Script script = new Script();
        says(
                Severity.WARNING,
                "50.0 % of closes lie off the tick grid",
                only(
                        "off_grid_prices",
                        new Tape(Samples.es()).flat(2, 5000).flat(2, 5000.1).run(script)));
        says(
                Severity.NOTE,
                "0.5 % of closes",
                only(
                        "off_grid_prices",
                        new Tape(Samples.es()).flat(199, 5000).flat(1, 5000.1).run(script)));
        none("off_grid_prices", new Tape(Samples.es()).flat(4, 5000.25).run(script));
    }

    @Test
    void stillOpen() {
        Script script = new Script();
        script.at(0, "buy 2");
        Tape rising = new Tape(Samples.es()).flat(2, 5000).bar(5000, 5001, 5000, 5001);
        says(
                Severity.NOTE,
                "2 contracts were still held after the last bar, with 100.00 of open profit",
                only("still_open", rising.run(script)));
        script.at(1, "close");
        none("still_open", rising.run(script));
    }

    @Test
    void equityBelowZero() {
        Script script = new Script();
        script.at(0, "buy 1");
        BacktestRequest request = new Tape(Samples.es())
                .flat(2, 5000)
                .bar(5000, 5000, 4970, 4970)
                .bar(4970, 5000, 4970, 5000)
                .request(script);
        says(
                Severity.SERIOUS,
                "Equity fell to -500.00 of 1,000.00 at the start",
                only("equity_below_zero", request.withInitialCash(new BigDecimal("1000"))));
        none("equity_below_zero", request.withInitialCash(new BigDecimal("1500")));
    }
}

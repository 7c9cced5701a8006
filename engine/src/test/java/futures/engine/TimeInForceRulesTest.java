package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import futures.model.Order;
import futures.model.Side;
import futures.model.TimeInForce;
import org.junit.jupiter.api.Test;

/** Rules 34 to 37 of docs/fills.md: how long orders work. One table per sentence. */
class TimeInForceRulesTest {
    @Test
    void rule34AnOrderWorksUntilItFillsOverTheDaysToo() {
        new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1 limit 98 |
                100.00 101.00  99.00 100.00 |                |
                ---
                100.00 101.00  97.00 100.00 |                | #1 buy 1 @98 LIMIT_AT_PRICE
                """);
    }

    @Test
    void rule35ADayOrderEndsWithTheDayOfTheBarAfterItsSending() {
        BacktestResult result = new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1 limit 98 day |
                100.00 101.00  99.00 100.00 | buy 1 limit 97 day |
                ---
                100.00 101.00  97.00 100.00 |                    |
                100.00 101.00  96.00 100.00 |                    | #2 buy 1 @97 LIMIT_AT_PRICE
                """);
        assertEquals("its trading day ended", result.orders().get(0).reason());
        assertEquals(1_709_510_520_000L, result.orders().get(0).doneTime(), "at the close of the day's last bar");
    }

    @Test
    void rule35AfterAllFillsOfThatBar() {
        new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1 limit 98 day |
                100.00 101.00  97.00 100.00 |                    | #1 buy 1 @98 LIMIT_AT_PRICE
                ---
                100.00 101.00  97.00 100.00 |                    |
                """);
    }

    @Test
    void rule36AGoodTillDateOrderEndsWithTheFirstBarThatOpensAtItsEnd() {
        BacktestResult result = new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1 limit 98 gtd 2 |
                100.00 101.00  99.00 100.00 |                      |
                 97.00 101.00  96.00 100.00 |                      |
                """);
        assertEquals("its time was up", result.orders().get(0).reason());
    }

    @Test
    void rule37AnImmediateOrderFillsAtTheOpenOrNotAtAll() {
        BacktestResult result = new GoldenTable().check("""
                100.00 101.00  99.00 100.00 | buy 1 limit 99.5 ioc; buy 1 limit 100.5 ioc; sell 1 limit 100 fok |
                100.00 101.00  99.00 100.00 |      | #2 buy 1 @100 LIMIT_GAP
                """);
        assertEquals(
                "it could not be filled at the open", result.orders().get(0).reason());
        assertEquals(OrderStatus.CANCELLED, result.orders().get(2).status());
    }

    @Test
    void rule37PartOfItIsEnoughForIocAndNotForFok() {
        BacktestResult result = new GoldenTable()
                .settings(FillSettings.STANDARD.withMaxBarParticipation(0.1))
                .check("""
                100.00 101.00  99.00 100.00 100 | buy 5 fok; buy 5 ioc |
                100.00 101.00  99.00 100.00  30 |      | #2 buy 3 @100 MARKET_AT_OPEN
                100.00 101.00  99.00 100.00 100 |      |
                """);
        assertEquals(
                "the bar had no volume for all of it", result.orders().get(0).reason());
        assertEquals(OrderStatus.CANCELLED, result.orders().get(1).status());
        assertEquals(3, result.orders().get(1).filled());
    }

    @Test
    void immediateOrdersAreMarketOrLimitOrders() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Order.stop(Side.LONG, 1, 100).lasting(TimeInForce.IOC));
        assertThrows(IllegalArgumentException.class, () -> Order.buy(1).lasting(TimeInForce.GTD));
    }
}

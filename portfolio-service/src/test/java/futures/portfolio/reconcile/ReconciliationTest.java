package futures.portfolio.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.model.SessionHours;
import futures.model.Side;
import futures.model.TradingCalendar;
import futures.portfolio.market.Market;
import futures.wire.portfolio.DifferenceParts;
import futures.wire.portfolio.ReconciledPair;
import futures.wire.portfolio.Reconciliation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReconciliationTest {
    private static final Map<String, Market> MARKETS = Map.of("ES", market("ES", "50"), "ZT", market("ZT", "2000"));

    private static Market market(String product, String pointValue) {
        return new Market(
                product,
                new BigDecimal(pointValue),
                new BigDecimal("0.25"),
                null,
                null,
                new TreeMap<>(),
                null,
                TradingCalendar.of(SessionHours.CME_GLOBEX),
                null);
    }

    private static Trip es(
            int number, Side side, int quantity, long entrySecond, String entry, String exit, String costs) {
        BigDecimal gross = new BigDecimal(exit)
                .subtract(new BigDecimal(entry))
                .multiply(BigDecimal.valueOf(side.sign() * 50L * quantity));
        return new Trip(
                number,
                "ES",
                "ES",
                side,
                quantity,
                entrySecond * 1000,
                new BigDecimal(entry),
                entrySecond * 1000 + 60_000,
                new BigDecimal(exit),
                gross.movePointRight(2).longValueExact(),
                new BigDecimal(costs).movePointRight(2).longValueExact());
    }

    private static Reconciliation compare(List<Trip> backtest, List<Trip> portfolio) {
        return Comparer.compare(
                new Comparer.Question(1, "b", 0, 1, 300, 1000), backtest, portfolio, MARKETS, List.of());
    }

    /** By hand: a long 1 tick worse in and 2 better out, a missed winner of 250 less 5, a size of 1 of 2, and an extra loser. */
    @Test
    void theDifferenceIsExplained() {
        Reconciliation all = compare(
                List.of(
                        es(1, Side.LONG, 1, 1000, "5000.00", "5010.00", "5.00"),
                        es(2, Side.SHORT, 1, 5000, "5005.00", "5000.00", "5.00"),
                        es(3, Side.LONG, 2, 9000, "5000.00", "5001.00", "10.00")),
                List.of(
                        es(11, Side.LONG, 1, 1002, "5000.25", "5010.50", "4.00"),
                        es(12, Side.LONG, 1, 9001, "5000.00", "5001.00", "4.00"),
                        es(13, Side.LONG, 1, 20_000, "5000.00", "4999.00", "4.00")));
        DifferenceParts parts = all.parts();
        assertEquals("-12.50", parts.entrySlippage().toPlainString());
        assertEquals("25.00", parts.exitSlippage().toPlainString());
        assertEquals("2.00", parts.fees().toPlainString());
        assertEquals("-45.00", parts.size().toPlainString());
        assertEquals("-245.00", parts.missed().toPlainString());
        assertEquals("-54.00", parts.extra().toPlainString());
        assertEquals("0.00", parts.other().toPlainString());
        assertEquals("-329.50", all.difference().toPlainString());
        ReconciledPair pair = all.pairs().get(0);
        assertEquals(
                "1 -2",
                pair.entrySlippageTicks().toPlainString() + " "
                        + pair.exitSlippageTicks().toPlainString());
        assertEquals(2.0, pair.entryDelaySeconds());
        assertEquals(List.of(2, 1, 1), List.of(all.matched(), all.missed(), all.extra()));
    }

    /** 10:00 and 10:03 of a backtest, 10:02 of the portfolio: the nearest is the second, whichever comes first. */
    @Test
    void theNearestAreMatchedAndSplitFillsBelongToOneTrade() {
        Reconciliation near = compare(
                List.of(
                        es(1, Side.LONG, 1, 0, "5000", "5001", "0.00"),
                        es(2, Side.LONG, 1, 180, "5000", "5001", "0.00")),
                List.of(es(11, Side.LONG, 1, 120, "5000", "5001", "0.00")));
        assertEquals(2, near.pairs().get(0).backtestTrade());
        assertEquals(1, near.missedTrades().get(0).trade());
        Reconciliation split = compare(
                List.of(es(1, Side.LONG, 3, 0, "5000", "5001", "7.00")),
                List.of(
                        es(11, Side.LONG, 1, 1, "5000.25", "5001", "2.00"),
                        es(12, Side.LONG, 2, 2, "5000", "5001", "4.00")));
        assertEquals(2, split.matched());
        assertEquals(0, split.missed() + split.extra());
        assertEquals("-12.50", split.parts().entrySlippage().toPlainString());
        assertEquals("1.00", split.parts().fees().toPlainString());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void thePartsAreTheDifferenceToTheCent(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Trip> backtest = trips(random);
            List<Trip> portfolio = trips(random);
            int contracts = Stream.concat(backtest.stream(), portfolio.stream())
                    .mapToInt(Trip::left)
                    .sum();
            Reconciliation all = compare(backtest, portfolio);
            DifferenceParts parts = all.parts();
            BigDecimal sum = Stream.of(
                            parts.entrySlippage(),
                            parts.exitSlippage(),
                            parts.fees(),
                            parts.size(),
                            parts.missed(),
                            parts.extra(),
                            parts.other())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(all.difference(), sum);
            BigDecimal ofPairs = BigDecimal.ZERO.setScale(2);
            int matched = 0;
            for (ReconciledPair pair : all.pairs()) {
                matched += pair.quantity();
                ofPairs = ofPairs.add(pair.difference());
                assertTrue(Math.abs(pair.entryDelaySeconds()) <= 300, pair.toString());
                assertEquals(
                        pair.difference(),
                        pair.entrySlippage()
                                .add(pair.exitSlippage())
                                .add(pair.fees())
                                .add(pair.other()));
            }
            assertEquals(
                    ofPairs,
                    parts.entrySlippage()
                            .add(parts.exitSlippage())
                            .add(parts.fees())
                            .add(parts.other()));
            int left = Stream.concat(backtest.stream(), portfolio.stream())
                    .mapToInt(Trip::left)
                    .sum();
            assertEquals(contracts, left + 2 * matched);
            assertNothingNearIsLeft(backtest, portfolio);
        }
    }

    /** Two that could still be matched would be neighbours that were passed over. */
    private static void assertNothingNearIsLeft(List<Trip> backtest, List<Trip> portfolio) {
        for (Trip a : backtest) {
            for (Trip b : portfolio) {
                boolean near =
                        a.product.equals(b.product) && a.side == b.side && Math.abs(a.entryMs - b.entryMs) <= 300_000;
                assertTrue(!near || a.left() == 0 || b.left() == 0, "left unmatched although near");
            }
        }
    }

    /** Gross is what prices make, rounded to the cent, or now and then something else. */
    private static List<Trip> trips(Random random) {
        List<Trip> trips = new ArrayList<>();
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            String product = random.nextInt(3) == 0 ? "ZT" : "ES";
            Side side = random.nextBoolean() ? Side.LONG : Side.SHORT;
            int quantity = 1 + random.nextInt(4);
            BigDecimal entry = price(product, random);
            BigDecimal exit = price(product, random);
            BigDecimal gross = exit.subtract(entry)
                    .multiply(MARKETS.get(product).pointValue())
                    .multiply(BigDecimal.valueOf((long) side.sign() * quantity))
                    .movePointRight(2)
                    .setScale(0, RoundingMode.HALF_EVEN);
            long cents = gross.longValueExact() + (random.nextInt(5) == 0 ? random.nextInt(1000) : 0);
            long entryMs = random.nextInt(3_000_000);
            trips.add(new Trip(
                    i,
                    product,
                    product,
                    side,
                    quantity,
                    entryMs,
                    entry,
                    entryMs + 1000,
                    exit,
                    cents,
                    random.nextInt(900)));
        }
        return trips;
    }

    private static BigDecimal price(String product, Random random) {
        return product.equals("ES")
                ? BigDecimal.valueOf(20_000L + random.nextInt(40)).multiply(new BigDecimal("0.25"))
                : new BigDecimal("100")
                        .add(BigDecimal.valueOf(random.nextInt(64)).multiply(new BigDecimal("0.00390625")));
    }
}

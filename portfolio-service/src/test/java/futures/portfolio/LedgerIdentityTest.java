package futures.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.RedisForTests;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * On any sequence of orders: cash and the value of what is open come to what a ledger says that knows nothing of lots,
 * only of money that would change hands for each contract.
 */
class LedgerIdentityTest {
    private static final String[] ACTIONS = {"BUY", "SELL", "CLOSE_LONG", "CLOSE_SHORT"};
    private static final Map<String, BigDecimal> POINT_VALUES =
            Map.of("ES", new BigDecimal("50"), "NQ", new BigDecimal("20"), "CL", new BigDecimal("1000"));

    @TempDir
    Path home;

    /** Contracts held, and money paid for them less money got. */
    private static final class Naive {
        private final Map<String, Integer> held = new HashMap<>();
        private BigDecimal money = new BigDecimal("100000");

        boolean takes(String symbol, String action, int quantity) {
            int now = held.getOrDefault(symbol, 0);
            return switch (action) {
                case "CLOSE_LONG" -> now >= quantity;
                case "CLOSE_SHORT" -> -now >= quantity;
                default -> true;
            };
        }

        void take(String symbol, String action, int quantity, BigDecimal price, BigDecimal commission) {
            int signed = action.equals("BUY") || action.equals("CLOSE_SHORT") ? quantity : -quantity;
            held.merge(symbol, signed, Integer::sum);
            BigDecimal contracts = BigDecimal.valueOf(signed);
            money = money.subtract(contracts.multiply(price).multiply(POINT_VALUES.get(symbol)))
                    .subtract(commission.multiply(BigDecimal.valueOf(quantity)));
        }

        BigDecimal equity(Map<String, BigDecimal> marks) {
            BigDecimal equity = money;
            for (var position : held.entrySet()) {
                equity = equity.add(BigDecimal.valueOf(position.getValue())
                        .multiply(marks.get(position.getKey()))
                        .multiply(POINT_VALUES.get(position.getKey())));
            }
            return equity;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void cashAndOpenValueAreWhatTheOrdersMade(long seed) throws Exception {
        Random random = new Random(seed);
        try (RedisForTests redis = RedisForTests.onFreePort();
                PortfolioFixture fixture = new PortfolioFixture(redis, home)) {
            String portfolio = fixture.portfolio("seed" + seed);
            Naive naive = new Naive();
            int refused = 0;
            for (int i = 0; i < 150; i++) {
                String symbol = POINT_VALUES.keySet().stream().sorted().toList().get(random.nextInt(3));
                String action = ACTIONS[random.nextInt(4)];
                int quantity = 1 + random.nextInt(5);
                BigDecimal price =
                        BigDecimal.valueOf(400 + random.nextInt(400), 2).multiply(BigDecimal.TEN);
                BigDecimal commission = BigDecimal.valueOf(random.nextInt(500), 2);
                Client.Reply reply = fixture.tryOrder(
                        portfolio,
                        "symbol=" + symbol + "&action=" + action + "&quantity=" + quantity + "&price=" + price
                                + "&commission=" + commission + "&point_value=" + POINT_VALUES.get(symbol));
                if (naive.takes(symbol, action, quantity)) {
                    assertEquals(201, reply.status(), reply.text());
                    naive.take(symbol, action, quantity, price, commission);
                } else {
                    assertEquals(422, reply.status(), reply.text());
                    refused++;
                }
                if (i % 10 == 9) {
                    assertIdentity(fixture, portfolio, naive, random);
                }
            }
            assertTrue(refused > 0, "no close was refused: the sequence tests too little");
            fixture.restart();
            assertIdentity(fixture, portfolio, naive, random);
        }
    }

    private static void assertIdentity(PortfolioFixture fixture, String portfolio, Naive naive, Random random) {
        Map<String, BigDecimal> marks = new HashMap<>();
        POINT_VALUES.keySet().stream()
                .sorted()
                .forEach(symbol -> marks.put(symbol, BigDecimal.valueOf(random.nextInt(100_000), 2)));
        JsonNode totals = fixture.get(portfolio);
        BigDecimal cash = totals.get("cash").decimalValue();
        BigDecimal open = BigDecimal.ZERO;
        BigDecimal openCosts = BigDecimal.ZERO;
        for (JsonNode position : fixture.get(portfolio + "/positions").get("positions")) {
            BigDecimal move = marks.get(position.get("symbol").asText())
                    .subtract(position.get("average_price").decimalValue());
            BigDecimal signed = BigDecimal.valueOf(
                    position.get("side").asText().equals("LONG")
                            ? position.get("quantity").asInt()
                            : -position.get("quantity").asInt());
            open = open.add(
                    move.multiply(signed).multiply(position.get("point_value").decimalValue()));
            openCosts = openCosts.add(position.get("open_costs").decimalValue());
        }
        // The average price is shown with ten decimals, so that its value may be off by less than a hundredth of a
        // cent.
        BigDecimal gap = cash.add(open).subtract(naive.equity(marks)).abs();
        assertTrue(gap.compareTo(new BigDecimal("0.0001")) < 0, "off by " + gap);

        BigDecimal net = BigDecimal.ZERO;
        for (JsonNode trade : fixture.get(portfolio + "/trades").get("trades")) {
            net = net.add(trade.get("net").decimalValue());
        }
        BigDecimal initial = totals.get("initial_cash").decimalValue();
        assertEquals(0, cash.compareTo(initial.add(net).subtract(openCosts)), "cash is not initial + net - open costs");
        JsonNode points = fixture.get(portfolio + "/equity-curve").get("points");
        assertEquals(cash, points.get(points.size() - 1).get("cash").decimalValue());
    }
}

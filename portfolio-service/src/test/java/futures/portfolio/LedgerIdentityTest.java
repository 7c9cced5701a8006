package futures.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.RedisForTests;
import futures.portfolio.NaiveLedger.Entry;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * On any sequence of orders, batches, imports, reversals and corrections: initial cash + realised - costs + unrealised is, to
 * the cent, what a ledger says that knows nothing of lots.
 */
class LedgerIdentityTest {
    private static final String[] ACTIONS = {"BUY", "SELL", "CLOSE_LONG", "CLOSE_SHORT"};
    private static final List<String> SYMBOLS = List.of("CL", "ES", "NQ");
    private static final Instant START = Instant.parse("2024-01-02T15:00:00Z");

    @TempDir
    Path home;

    private final NaiveLedger naive = new NaiveLedger();
    private Random random;
    private PortfolioFixture fixture;
    private String portfolio;
    private long clock;
    private int keys;
    private final Map<String, Integer> refused = new HashMap<>();
    private final Set<Integer> brokers = new HashSet<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void cashAndOpenValueAreWhatTheEntriesMade(long seed) throws Exception {
        random = new Random(seed);
        try (RedisForTests redis = RedisForTests.onFreePort();
                PortfolioFixture opened = new PortfolioFixture(redis, home)) {
            fixture = opened;
            fixture.startContracts();
            portfolio = fixture.portfolio("seed" + seed);
            for (int i = 0; i < 150; i++) {
                step(random.nextInt(20));
                if (i % 10 == 9) {
                    assertIdentity();
                }
            }
            assertTrue(
                    refused.keySet().containsAll(List.of("order", "reversal", "correction")),
                    "tests too little: " + refused);
            assertEquals(Set.of(0, 1, 2), brokers, "tests too little");
            fixture.restart();
            assertIdentity();
        }
    }

    private void step(int kind) {
        if (kind < 10) {
            order();
        } else if (kind < 12) {
            batch();
        } else if (kind < 14) {
            imported();
        } else if (kind < 16) {
            reverse();
        } else if (kind < 18) {
            replace();
        } else {
            roundTrips();
        }
    }

    private BigDecimal price() {
        return BigDecimal.valueOf(4000 + random.nextInt(4000), 1);
    }

    private Entry entry(long at) {
        return new Entry(
                0,
                SYMBOLS.get(random.nextInt(3)),
                ACTIONS[random.nextInt(4)],
                1 + random.nextInt(5),
                price(),
                BigDecimal.valueOf(random.nextInt(500), 2),
                at);
    }

    private static Instant time(long at) {
        return START.plusMillis(at);
    }

    private void order() {
        clock += 1000;
        Entry one = entry(clock);
        BigDecimal each = one.costs();
        Entry entry = new Entry(
                0,
                one.symbol(),
                one.action(),
                one.quantity(),
                one.price(),
                each.multiply(BigDecimal.valueOf(one.quantity())),
                clock);
        Client.Reply reply = fixture.tryOrder(
                portfolio,
                "symbol=" + entry.symbol() + "&action=" + entry.action() + "&quantity=" + entry.quantity() + "&price="
                        + entry.price() + "&commission=" + each + "&time=" + time(clock));
        if (expect("order", List.of(entry), null, 201, reply)) {
            naive.change(List.of(known(entry, reply.json().get("fill_id").asLong())), null);
        }
    }

    private static Entry known(Entry entry, long id) {
        return entry.with(id, entry.price());
    }

    /** True when it was taken, as it must be. */
    private boolean expect(String what, List<Entry> added, Entry without, int status, Client.Reply reply) {
        boolean takes = naive.takes(added, without);
        assertEquals(takes ? status : 422, reply.status(), what + ": " + reply.text());
        if (!takes) {
            refused.merge(what, 1, Integer::sum);
        }
        return takes;
    }

    /** Some of them earlier than what is recorded; no two have one time. */
    private void batch() {
        List<Entry> entries = new ArrayList<>();
        int size = 1 + random.nextInt(4);
        clock += 1000;
        for (int i = 0; i < size; i++) {
            long at = random.nextBoolean()
                    ? clock + i
                    : 1 + keys * 10L + i + 1000L * random.nextInt((int) (clock / 1000));
            entries.add(entry(at));
        }
        String body = entries.stream()
                .map(entry -> "{\"symbol\":\"" + entry.symbol() + "\",\"action\":\"" + entry.action()
                        + "\",\"quantity\":" + entry.quantity() + ",\"price\":" + entry.price() + ",\"time\":\""
                        + time(entry.at()) + "\",\"costs\":" + entry.costs() + ",\"external_id\":\"" + entry.at() + "-"
                        + keys + "\"}")
                .collect(Collectors.joining(",", "{\"idempotency_key\":\"b" + keys++ + "\",\"orders\":[", "]}"));
        long distinct = entries.stream().mapToLong(Entry::at).distinct().count();
        boolean taken = naive.entries().stream()
                .anyMatch(there -> entries.stream().anyMatch(entry -> entry.at() == there.at()));
        if (distinct < size || taken) {
            return;
        }
        Client.Reply reply = fixture.calls().post(portfolio + "/orders", body);
        if (expect("batch", entries, null, 201, reply)) {
            JsonNode orders = fixture.get(portfolio + "/orders?limit=" + size).get("orders");
            List<Entry> recorded = new ArrayList<>();
            for (Entry entry : entries) {
                for (JsonNode order : orders) {
                    if (order.get("external_id").asText().startsWith(entry.at() + "-")) {
                        recorded.add(known(entry, order.get("id").asLong()));
                    }
                }
            }
            assertEquals(size, recorded.size());
            naive.change(recorded, null);
            assertEquals(
                    reply.text(),
                    fixture.calls().post(portfolio + "/orders", body).text());
        }
    }

    /** Of an export of one of the three brokers, sent twice; two of them have purchases and sales, one has round trips. */
    private void imported() {
        clock += 1000;
        int broker = random.nextInt(3);
        Entry one = entry(clock);
        String action = one.signed() > 0 ? "BUY" : "SELL";
        Entry entry = new Entry(0, one.symbol(), action, one.quantity(), one.price(), one.costs(), clock);
        BigDecimal gross = BigDecimal.valueOf(random.nextInt(40_000) - 20_000, 2);
        String file = switch (broker) {
            case 0 ->
                "_timestamp,Fill ID,B/S,Quantity,Price,Contract,commission\n" + time(clock) + "," + clock + ","
                        + action + "," + entry.quantity() + "," + entry.price() + "," + entry.symbol() + ","
                        + entry.costs() + "\n";
            case 1 ->
                "Instrument;Action;Quantity;Price;Time;ID;Commission\n" + entry.symbol() + ";" + action + ";"
                        + entry.quantity() + ";" + entry.price() + ";" + time(clock) + ";n" + clock + ";"
                        + entry.costs() + "\n";
            default ->
                "Id,ContractName,EnteredAt,ExitedAt,EntryPrice,ExitPrice,PnL,Size,Type,Fees,Commissions\nt"
                        + clock + "," + entry.symbol() + "," + time(clock - 500) + "," + time(clock)
                        + ",5000,5001," + gross + ",1,Short," + entry.costs() + ",0.50\n";
        };
        for (int i = 0; i < 2; i++) {
            Client.Reply reply = fixture.calls()
                    .send("POST", portfolio + "/import?time_zone=UTC", file, Map.of("Content-Type", "text/csv"));
            // An earlier close can no longer be refused by what comes after it.
            assertEquals(200, reply.status(), reply.text());
            assertEquals(1 - i, reply.json().get("recorded").asInt(), reply.text());
        }
        brokers.add(broker);
        if (broker == 2) {
            naive.add(gross.subtract(entry.costs()).subtract(new BigDecimal("0.50")));
            return;
        }
        JsonNode order = fixture.get(portfolio + "/orders?limit=1").at("/orders/0");
        naive.change(List.of(known(entry, order.get("id").asLong())), null);
    }

    private Entry any() {
        List<Entry> all = naive.entries();
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }

    private void reverse() {
        Entry entry = any();
        if (entry == null) {
            return;
        }
        Client.Reply reply = fixture.calls().post(portfolio + "/orders/" + entry.id() + "/reverse", null);
        if (expect("reversal", List.of(), entry, 201, reply)) {
            naive.change(List.of(), entry);
        }
    }

    /** Any of its price, quantity and commission was wrong, or what it did. */
    private void replace() {
        Entry entry = any();
        if (entry == null) {
            return;
        }
        Entry other = entry(entry.at());
        boolean all = random.nextBoolean();
        BigDecimal each = other.costs();
        Entry corrected = all
                ? new Entry(
                        0,
                        entry.symbol(),
                        other.action(),
                        other.quantity(),
                        other.price(),
                        each.multiply(BigDecimal.valueOf(other.quantity())),
                        entry.at())
                : entry.with(0, other.price());
        String query = "price=" + corrected.price()
                + (all
                        ? "&action=" + corrected.action() + "&quantity=" + corrected.quantity() + "&commission=" + each
                        : "");
        Client.Reply reply = fixture.calls().post(portfolio + "/orders/" + entry.id() + "/replace?" + query, null);
        if (expect("correction", List.of(corrected), entry, 201, reply)) {
            long id = reply.json().get("replacement_id").asLong();
            naive.change(List.of(known(corrected, id)), entry);
        }
    }

    /** Of a batch; the first of them is taken back now and then. */
    private void roundTrips() {
        String gross = BigDecimal.valueOf(random.nextInt(100_000) - 50_000, 2).toPlainString();
        String body = BatchesTest.json(
                "t" + keys++, BatchesTest.trip(random.nextInt(50), gross, "5.00"), BatchesTest.trip(3, "1.00", "0"));
        assertEquals(201, fixture.calls().post(portfolio + "/trades", body).status());
        naive.add(new BigDecimal(gross).subtract(new BigDecimal("4.00")));
        if (random.nextBoolean()) {
            for (JsonNode trade : fixture.get(portfolio + "/trades?limit=10000").get("trades")) {
                if (trade.get("net").asText().equals("1.00")
                        && trade.get("costs").asText().equals("0.00")) {
                    fixture.calls().post(portfolio + "/trades/" + trade.get("id") + "/reverse", null);
                    naive.add(new BigDecimal("-1.00"));
                    return;
                }
            }
        }
    }

    private void assertIdentity() {
        Map<String, BigDecimal> marks = new HashMap<>();
        for (String symbol : SYMBOLS) {
            BigDecimal mark = BigDecimal.valueOf(random.nextInt(100_000), 2);
            marks.put(symbol, mark);
            fixture.markets().close(symbol, time(clock).toString(), mark.toPlainString());
        }
        clock += 1000;
        JsonNode totals = fixture.get(portfolio);
        JsonNode answer = fixture.get(portfolio + "/positions");
        JsonNode account = answer.get("account");
        BigDecimal equity = account.get("equity").decimalValue();
        assertEquals(0, naive.equity(marks).compareTo(equity), "equity is " + equity + ", not " + naive.equity(marks));
        assertEquals(
                equity,
                account.get("initial_cash")
                        .decimalValue()
                        .add(account.get("realized_pnl").decimalValue())
                        .add(account.get("unrealized_pnl").decimalValue())
                        .subtract(account.get("commissions").decimalValue()));
        Map<String, Integer> held = new HashMap<>();
        BigDecimal openCosts = BigDecimal.ZERO;
        for (JsonNode position : answer.get("positions")) {
            int sign = position.get("side").asText().equals("LONG") ? 1 : -1;
            held.put(
                    position.get("symbol").asText(),
                    sign * position.get("quantity").asInt());
            openCosts = openCosts.add(position.get("open_costs").decimalValue());
        }
        naive.held().forEach((symbol, contracts) -> assertEquals(contracts, held.getOrDefault(symbol, 0), symbol));
        assertEquals(held.size(), totals.get("open_positions").asInt());
        BigDecimal cash = totals.get("cash").decimalValue();
        BigDecimal net = BigDecimal.ZERO;
        JsonNode trades = fixture.get(portfolio + "/trades?limit=10000").get("trades");
        for (JsonNode trade : trades) {
            net = net.add(trade.get("net").decimalValue());
        }
        assertEquals(trades.size(), totals.get("trades").asInt());
        BigDecimal initial = totals.get("initial_cash").decimalValue();
        assertEquals(0, cash.compareTo(initial.add(net).subtract(openCosts)), "cash is not initial + net - open costs");
        assertCurves(cash);
    }

    private void assertCurves(BigDecimal cash) {
        JsonNode points = fixture.get(portfolio + "/equity-curve?limit=10000").get("points");
        if (points.isEmpty()) {
            return; // all was taken back
        }
        assertEquals(cash, points.get(points.size() - 1).get("cash").decimalValue());
        JsonNode daily = fixture.get(portfolio + "/daily?by=symbol");
        JsonNode last = daily.get("days").get(daily.get("days").size() - 1);
        assertEquals(cash, last.get("cash").decimalValue());
        assertParts(daily);
        assertParts(fixture.get(portfolio + "/daily?by=strategy"));
        JsonNode stats = fixture.get("/api/stats");
        assertEquals(fixture.get(portfolio).get("trades"), stats.get("trades"));
    }

    /** Each is rounded by itself: so many half cents they may be away. */
    private static void assertParts(JsonNode daily) {
        BigDecimal sum = daily.get("initial_cash").decimalValue();
        for (JsonNode part : daily.get("parts")) {
            for (JsonNode day : part.get("days")) {
                sum = sum.add(day.get("profit").decimalValue());
            }
        }
        JsonNode last = daily.get("days").get(daily.get("days").size() - 1);
        BigDecimal away = sum.subtract(last.get("equity").decimalValue()).abs();
        assertTrue(
                away.compareTo(new BigDecimal("0.02")) <= 0,
                () -> "parts are " + away + " away from the whole: " + daily);
    }
}

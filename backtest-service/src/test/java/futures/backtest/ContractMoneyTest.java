package futures.backtest;

import static futures.backtest.RunningBacktests.assertProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Margins by date, charges, regular hours and currency rates on their way from the data service into a run. The bars are of
 * the trading days 2 to 5 January 2024.
 */
class ContractMoneyTest {
    private static final String RUN = "/api/backtest?strategy_name=SimpleMAStrategy&symbol=ES";
    private static final String ORDER = "{\"strategy_name\":\"SimpleMAStrategy\",\"symbol\":\"ES\"%s}";
    private static final String JOINT = """
            {"strategies": [{"name": "es", "strategy_name": "SimpleMAStrategy", "symbol": "ES"},
                            {"name": "cl", "strategy_name": "SimpleMAStrategy", "symbol": "CL"}]%s}""";
    /** Trading day 4 January begins when the third ends, 16:00 in Chicago. */
    private static final Instant FOURTH = Instant.parse("2024-01-03T22:00:00Z");

    private static final BigDecimal CENT = new BigDecimal("0.01");

    @TempDir
    Path home;

    private RunningBacktests backtests;

    @BeforeEach
    void start() throws Exception {
        backtests = new RunningBacktests(home);
    }

    @AfterEach
    void stop() {
        backtests.close();
    }

    private static String margins(int until, int from) {
        return "\"margins\":[{\"from\":\"2023-12-01\",\"initial\":%d},{\"from\":\"2024-01-04\",\"initial\":%d}]"
                .formatted(until, from);
    }

    private JsonNode withCash(int cash) {
        return backtests.done(ORDER.formatted(",\"initial_cash\":" + cash));
    }

    @Test
    void marginsThatRiseRefuseFromTheirDayOn() {
        backtests.data.money("ES", margins(5_000, 90_000));
        JsonNode state = withCash(50_000);
        int before = 0;
        int after = 0;
        for (JsonNode order : backtests.rows(state, "orders")) {
            boolean refused = order.get("status").asText().equals("rejected");
            boolean early = Instant.parse(order.get("done_time").asText(FOURTH.toString()))
                    .isBefore(FOURTH);
            assertFalse(refused && early, order::toString);
            before += early && order.get("filled").asInt() > 0 ? 1 : 0;
            after += refused ? 1 : 0;
            if (refused) {
                assertTrue(order.get("reason").asText().contains("90000.00"), order::toString);
            }
        }
        assertTrue(before > 20 && after > 5, before + " filled before, " + after + " refused after");
        for (JsonNode trade : backtests.rows(state, "trades")) {
            assertTrue(Instant.parse(trade.get("entry_time").asText()).isBefore(FOURTH), trade::toString);
        }
    }

    @Test
    void marginsThatFallAllowFromTheirDayOn() {
        backtests.data.money("ES", margins(90_000, 5_000));
        JsonNode state = withCash(50_000);
        JsonNode trades = backtests.rows(state, "trades");
        assertTrue(trades.size() > 5);
        for (JsonNode trade : trades) {
            assertFalse(Instant.parse(trade.get("entry_time").asText()).isBefore(FOURTH), trade::toString);
        }
        JsonNode manifest = state.at("/result/manifest");
        assertEquals(90_000, manifest.at("/margins/0/initial").asInt());
        assertEquals("2024-01-04", manifest.at("/margins/1/from").asText());
        assertTrue(state.at("/result/warnings").isEmpty(), state::toString);
    }

    @Test
    void dayTradeMarginHoldsInsideTheDay() {
        backtests.data.money("ES", "\"margins\":[{\"from\":\"2023-12-01\",\"initial\":90000,\"day_trade\":500}]");
        assertTrue(backtests.rows(withCash(50_000), "trades").size() > 50);
    }

    @Test
    void anAnswerSaysWhereMarginsBeginTooLate() {
        backtests.data.money("ES", "\"margins\":[{\"from\":\"2024-01-04\",\"initial\":5000}]");
        JsonNode warnings = withCash(50_000).at("/result/warnings");
        assertEquals(1, warnings.size());
        assertTrue(warnings.get(0).asText().startsWith("The margins of ES begin on 2024-01-04;"), warnings::toString);
        assertTrue(backtests
                .done(ORDER.formatted(",\"check_margin\":false"))
                .at("/result/warnings")
                .isEmpty());
    }

    @Test
    void chargesAreTheContractsUnlessTheOrderSaysOthers() {
        JsonNode standard = backtests.calls.post(RUN, "").json();
        assertEquals(2.5, standard.at("/configuration/commission").asDouble());
        assertEquals(0, standard.at("/configuration/fees").asInt());
        backtests.data.money("ES", "\"commission\":1.10,\"exchange_fees\":0.65");
        JsonNode own = backtests.calls.post(RUN, "").json();
        charged(own.get("costs"), "1.10", "0.65");
        assertEquals(1.1, own.at("/manifest/contract/commission").asDouble());
        assertEquals(0.65, own.at("/manifest/costs/fees").asDouble());
        assertNotEquals(standard.at("/manifest/contract_hash"), own.at("/manifest/contract_hash"));
        charged(
                backtests
                        .calls
                        .post(RUN, "{\"parameters\":{},\"fees\":0.05}")
                        .json()
                        .get("costs"),
                "1.10",
                "0.05");
        charged(
                backtests
                        .calls
                        .post(RUN, "{\"parameters\":{},\"commission\":0}")
                        .json()
                        .get("costs"),
                "0",
                "0.65");
        JsonNode joint = backtests
                .done(JOINT.formatted(",\"markets\":{\"ES\":{\"commission\":3}}"))
                .at("/result/strategies");
        charged(joint.get(0).get("costs"), "2.5", "0");
        charged(joint.get(1).get("costs"), "3", "0.65");
    }

    private static void charged(JsonNode costs, String commission, String fees) {
        BigDecimal contracts = costs.get("contracts").decimalValue();
        assertTrue(contracts.intValue() > 10);
        same(contracts.multiply(new BigDecimal(commission)), costs.get("commission"));
        same(contracts.multiply(new BigDecimal(fees)), costs.get("fees"));
    }

    private static void same(BigDecimal expected, JsonNode found) {
        assertEquals(0, expected.compareTo(found.decimalValue()), () -> expected + " and " + found);
    }

    @Test
    void whatChangesInTheStoreIsInTheNextRunAndTheBarsAreKept() {
        backtests.data.money("ES", "\"exchange_fees\":0.65");
        backtests.data.rates("USDEUR", "2023-12-29", "0.9");
        String inEuro = RUN + "&account_currency=EUR";
        JsonNode first = backtests.calls.post(inEuro, "").json();
        JsonNode again = backtests.calls.post(inEuro, "").json();
        assertEquals(first.get("result_hash"), again.get("result_hash"));
        backtests.data.money("ES", "\"exchange_fees\":0.66");
        JsonNode fees = backtests.calls.post(inEuro, "").json();
        assertEquals(0.66, fees.at("/configuration/fees").asDouble());
        assertNotEquals(again.get("result_hash"), fees.get("result_hash"));
        backtests.data.rates("USDEUR", "2023-12-29", "0.91");
        JsonNode rates = backtests.calls.post(inEuro, "").json();
        assertNotEquals(fees.at("/manifest/rates_hash"), rates.at("/manifest/rates_hash"));
        assertNotEquals(fees.get("result_hash"), rates.get("result_hash"));
        backtests.data.money("ES", "\"exchange_fees\":0.66," + margins(90_000, 90_000));
        JsonNode margins = backtests
                .calls
                .post(inEuro + "&initial_cash=50000", "{\"parameters\":{}}")
                .json();
        assertEquals(0, margins.at("/performance/total_trades").asInt());
        assertNotEquals(rates.at("/manifest/margin_hash"), margins.at("/manifest/margin_hash"));
        assertEquals(1, backtests.data.served());
    }

    /** Days of the rates and what a euro was worth then, in dollars. */
    private static final String[] DOLLARS = {
        "2023-12-29", "1.105", "2024-01-02", "1.0956", "2024-01-03", "1.0919", "2024-01-04", "1.0953"
    };

    /** What a dollar is worth on the trading day of an instant: the rate of the day before it, or of an earlier one. */
    private static BigDecimal euros(String instant) {
        TreeMap<LocalDate, BigDecimal> dollars = new TreeMap<>();
        for (int i = 0; i < DOLLARS.length; i += 2) {
            dollars.put(LocalDate.parse(DOLLARS[i]), new BigDecimal(DOLLARS[i + 1]));
        }
        LocalDate day = Instant.parse(instant)
                .atZone(ZoneId.of("America/Chicago"))
                .plusHours(8)
                .toLocalDate();
        return BigDecimal.ONE.divide(dollars.lowerEntry(day).getValue(), MathContext.DECIMAL128);
    }

    private void inEuros(JsonNode result, JsonNode trades, String net) {
        BigDecimal each = new BigDecimal("1.75");
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode trade : trades) {
            BigDecimal contracts = trade.get("contracts").decimalValue();
            BigDecimal points = trade.get("exit_price")
                    .decimalValue()
                    .subtract(trade.get("entry_price").decimalValue());
            BigDecimal gain = points.multiply(
                            new BigDecimal(trade.get("side").asText().equals("LONG") ? "50" : "-50"))
                    .multiply(contracts)
                    .multiply(euros(trade.get("exit_time").asText()));
            BigDecimal costs = each.multiply(contracts)
                    .multiply(euros(trade.get("entry_time").asText())
                            .add(euros(trade.get("exit_time").asText())));
            near(gain, trade.get("gross").decimalValue());
            near(costs, trade.get("costs").decimalValue());
            sum = sum.add(gain).subtract(costs);
        }
        assertTrue(trades.size() > 100, trades.size() + " round trips");
        near(sum, result.at(net).decimalValue());
    }

    private static void near(BigDecimal expected, BigDecimal found) {
        assertTrue(
                expected.subtract(found).abs().compareTo(CENT.divide(BigDecimal.TEN)) < 0,
                () -> expected.setScale(6, RoundingMode.HALF_EVEN) + " expected, found " + found);
    }

    @Test
    void anAccountInEurosIsRightToTheCent() {
        backtests.data.money("ES", "\"commission\":1.10,\"exchange_fees\":0.65");
        backtests.data.rates("EURUSD", DOLLARS);
        String quick = ",\"account_currency\":\"EUR\",\"parameters\":{\"fast_period\":4,\"slow_period\":12}";
        JsonNode single = backtests.done(ORDER.formatted(quick));
        JsonNode trades = backtests.rows(single, "trades");
        inEuros(single.get("result"), trades, "/performance/net_profit");
        assertEquals("EUR", single.at("/result/configuration/account_currency").asText());
        assertEquals("EUR", single.at("/result/manifest/currency").asText());
        assertEquals("EUR", single.at("/order/account_currency").asText());
        assertTrue(single.at("/result/warnings").isEmpty(), single::toString);
        Map<LocalDate, Integer> exits = new HashMap<>();
        trades.forEach(trade -> exits.merge(
                Instant.parse(trade.get("exit_time").asText())
                        .atZone(ZoneId.of("America/Chicago"))
                        .plusHours(8)
                        .toLocalDate(),
                1,
                Integer::sum));
        assertEquals(4, exits.size(), exits::toString);

        JsonNode joint = backtests.done("""
                {"strategies": [{"strategy_name": "SimpleMAStrategy", "symbol": "ES",
                                 "parameters": {"fast_period": 4, "slow_period": 12}}], "account_currency": "EUR"}""");
        inEuros(joint.get("result"), backtests.rows(joint, "trades"), "/performance/net_profit");
        assertEquals("EUR", joint.at("/result/manifest/currency").asText());
        assertEquals(64, joint.at("/result/manifest/rates_hash/USD").asText().length());
    }

    @Test
    void theDirectPairComesBeforeTheTurnedOne() {
        backtests.data.rates("USDEUR", "2023-12-29", "0.5");
        backtests.data.rates("EURUSD", "2023-12-29", "1.1");
        JsonNode dollars =
                backtests.calls.post(RUN + "&initial_cash=1000000", "").json();
        JsonNode euros = backtests
                .calls
                .post(RUN + "&initial_cash=1000000&account_currency=EUR", "")
                .json();
        same(
                dollars.at("/performance/net_profit").decimalValue().divide(BigDecimal.valueOf(2)),
                euros.at("/performance/net_profit"));
    }

    @Test
    void missingRatesAreSaidWithTheRouteThatStoresThem() {
        String inEuro = RUN + "&account_currency=EUR";
        Calls.Reply none = backtests.calls.post(inEuro, "");
        assertProblem(
                422,
                "The account is in EUR and ES in USD, and the data service has no rates of USDEUR or EURUSD. Store some"
                        + " with PUT /api/rates/EURUSD there",
                none);
        assertEquals("account_currency", none.json().at("/errors/0/field").asText());
        JsonNode job = backtests.run(JOINT.formatted(",\"account_currency\":\"EUR\""));
        assertEquals("failed", job.get("state").asText());
        assertTrue(job.get("message").asText().contains("EUR and CL and ES in USD"), job::toString);
        backtests.data.rates("EURUSD", "2024-01-02", "1.1");
        assertProblem(
                422,
                "The rates of EURUSD begin on 2024-01-02, and the run begins on trading day 2024-01-02, which uses the"
                        + " rate of a day before it. Store earlier ones with PUT /api/rates/EURUSD",
                backtests.calls.post(inEuro, ""));
        backtests.data.rates("EURUSD", "2023-12-01", "0.001");
        assertProblem(422, "The rates of EURUSD cannot be used", backtests.calls.post(inEuro, ""));
        assertProblem(422, "ISO code such as USD or EUR", backtests.calls.post(RUN + "&account_currency=euro", ""));
        assertEquals(
                200, backtests.calls.post(RUN + "&account_currency=USD", "").status());
    }

    @Test
    void oldRatesAreUsedAndSaid() {
        backtests.data.rates("EURUSD", "2023-11-30", "1.09");
        JsonNode answer =
                backtests.calls.post(RUN + "&account_currency=EUR", "").json();
        assertTrue(
                answer.at("/warnings/0")
                        .asText()
                        .startsWith(
                                "The rates of EURUSD that the run uses end on 2023-11-30; all days up to 2024-01-05"),
                answer.get("warnings")::toString);
    }

    @Test
    void contractsInSeveralCurrenciesNeedTheAccounts() {
        backtests.data.money("CL", "\"currency\":\"EUR\"");
        JsonNode open = backtests.run(JOINT.formatted(""));
        assertTrue(
                open.get("message").asText().contains("are in EUR and USD; say by 'account_currency'"), open::toString);
        backtests.data.rates("EURUSD", DOLLARS);
        JsonNode said = backtests.done(JOINT.formatted(",\"account_currency\":\"USD\""));
        assertEquals("USD", said.at("/result/configuration/account_currency").asText());
        assertEquals(
                List.of("EUR"),
                List.copyOf(said.at("/result/manifest/rates_hash").properties().stream()
                        .map(Map.Entry::getKey)
                        .toList()));
    }

    @Test
    void tradesOutsideRegularHoursAreFoundWhereTheHoursAreKnown() {
        assertEquals("", found(backtests.done(ORDER.formatted(""))));
        backtests.data.money("ES", "\"regular_opens\":\"08:30:00\",\"regular_closes\":\"15:00:00\"");
        JsonNode state = backtests.done(ORDER.formatted(""));
        int outside = 0;
        JsonNode trades = backtests.rows(state, "trades");
        for (JsonNode trade : trades) {
            outside += night(trade.get("entry_time")) || night(trade.get("exit_time")) ? 1 : 0;
        }
        assertTrue(outside > 0 && outside < trades.size(), outside + " of " + trades.size());
        String start = outside + " of " + trades.size() + " round trips";
        assertTrue(found(state).startsWith(start), found(state));
        assertEquals(
                "08:30", state.at("/result/manifest/calendar/regular_opens").asText());
        // Of a joint run only the market whose hours are known counts.
        String joint = found(backtests.done(JOINT.formatted(",\"initial_cash\":1000000")));
        assertTrue(joint.startsWith(start), joint);
    }

    private static boolean night(JsonNode time) {
        int minute = Instant.parse(time.asText())
                .atZone(ZoneId.of("America/Chicago"))
                .toLocalTime()
                .toSecondOfDay();
        return minute < 8 * 3600 + 1800 || minute > 15 * 3600;
    }

    private static String found(JsonNode state) {
        for (JsonNode finding : state.at("/result/findings")) {
            if (finding.get("key").asText().equals("outside_regular_hours")) {
                return finding.get("text").asText();
            }
        }
        return "";
    }

    @Test
    void allOfItIsVerifiedAndWhatChangedIsNamed() {
        backtests.data.money(
                "ES",
                "\"commission\":1.10,\"exchange_fees\":0.65,\"regular_opens\":\"08:30\",\"regular_closes\":\"15:00\","
                        + margins(5_000, 6_000));
        backtests.data.rates("EURUSD", DOLLARS);
        JsonNode single = backtests.done(ORDER.formatted(",\"account_currency\":\"EUR\""));
        JsonNode joint = backtests.done(JOINT.formatted(",\"account_currency\":\"EUR\""));
        assertEquals("verified", verify(single).get("verdict").asText());
        assertEquals(0, verify(single).get("differences").size());
        assertEquals("verified", verify(joint).get("verdict").asText());
        backtests.data.rates("EURUSD", "2023-12-29", "1.2");
        assertTrue(verify(single).get("text").asText().endsWith("since then the currency rates changed."));
        assertTrue(verify(joint).get("text").asText().endsWith("since then the currency rates changed."));
        backtests.data.rates("EURUSD", DOLLARS);
        backtests.data.money(
                "ES",
                "\"commission\":1.10,\"exchange_fees\":0.70,\"regular_opens\":\"08:30\",\"regular_closes\":\"15:00\","
                        + margins(5_000, 6_000));
        JsonNode fees = verify(single);
        assertEquals("changed", fees.get("verdict").asText());
        assertTrue(fees.get("text").asText().endsWith("the contract changed and the costs changed."), fees::toString);
    }

    private JsonNode verify(JsonNode state) {
        Calls.Reply reply =
                backtests.calls.post("/api/backtests/" + state.get("id").asText() + "/verify?wait=true", "");
        assertEquals(200, reply.status(), reply.text());
        return reply.json();
    }
}

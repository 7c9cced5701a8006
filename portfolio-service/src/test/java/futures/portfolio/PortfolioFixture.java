package futures.portfolio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.RedisForTests;
import futures.kit.RunningService;
import futures.kit.config.Settings;
import java.nio.file.Path;
import java.time.Clock;

/** The service on a free port with a real store and a real Redis, and a neighbour that knows contracts. */
final class PortfolioFixture implements AutoCloseable {
    private final int dataPort = RedisForTests.freePort();
    private final MarketsForTests markets = new MarketsForTests();
    private final Settings settings;
    private RunningService service;
    private Client calls;
    private RunningService contracts;
    private RunningService backtests;

    PortfolioFixture(RedisForTests redis, Path home) throws Exception {
        settings = redis.settings(home, "ports.data=" + dataPort, "ports.backtest=" + RedisForTests.freePort());
        start();
    }

    private void start() throws Exception {
        service = RunningService.start("portfolio", settings, Clock.systemUTC(), PortfolioService::new);
        calls = new Client(service.uri());
    }

    void restart() throws Exception {
        service.close();
        start();
    }

    Client calls() {
        return calls;
    }

    /** A data service as far as this one asks it: see {@link MarketsForTests}. */
    void startContracts() throws Exception {
        contracts = RunningService.start("data", settings, Clock.systemUTC(), context -> markets);
    }

    void stopContracts() {
        contracts.close();
        contracts = null;
    }

    void startBacktests() throws Exception {
        backtests = RunningService.start("backtest", settings, Clock.systemUTC(), context -> new BacktestsForTests());
    }

    MarketsForTests markets() {
        return markets;
    }

    /** Makes a portfolio of 100000 and answers its path. */
    String portfolio(String name) {
        Client.Reply made = calls.post("/api/portfolio?name=" + name + "&initial_cash=100000", null);
        assertEquals(201, made.status(), made.text());
        return made.location();
    }

    /** Sends an order that is expected to be taken; ES at 50 a point and 2 a contract. */
    JsonNode order(String portfolio, String action, int quantity, String price) {
        Client.Reply reply = tryOrder(
                portfolio,
                "symbol=ES&point_value=50&commission=2&action=" + action + "&quantity=" + quantity + "&price=" + price);
        assertEquals(201, reply.status(), reply.text());
        return reply.json();
    }

    Client.Reply tryOrder(String portfolio, String query) {
        return calls.post(portfolio + "/trade?" + query, null);
    }

    JsonNode get(String path) {
        Client.Reply reply = calls.get(path);
        assertEquals(200, reply.status(), reply.text());
        return reply.json();
    }

    @Override
    public void close() {
        service.close();
        if (contracts != null) {
            contracts.close();
        }
        if (backtests != null) {
            backtests.close();
        }
    }
}

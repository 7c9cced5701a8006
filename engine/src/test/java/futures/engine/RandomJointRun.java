package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import futures.engine.twin.NaiveExchange;
import futures.engine.twin.NaiveMarket;
import futures.engine.twin.NaiveTrader;
import futures.model.Adjustment;
import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.RollCalendar;
import futures.model.SessionHours;
import futures.model.TickGrid;
import futures.model.Timeframe;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Several strategies in two or three markets on one account, with all their choices, from one seed. */
final class RandomJointRun {
    private static final int BARS = 160;
    /** Minutes of the bars that strategies read. */
    private static final List<Integer> READS = List.of(1, 1, 2, 5, 15);

    private static final List<FillMode> MODES = List.of(FillMode.values());

    /**
     * @param brains by symbol; each makes a fresh one
     * @param reads  which bars they read, by symbol
     */
    private record Player(String name, String home, Map<String, Supplier<Brain>> brains, Map<String, Timeframe> reads) {
        RandomPlayer make(Map<String, Reacting> reacting) {
            Map<String, Brain> fresh = new TreeMap<>();
            brains.forEach((symbol, brain) -> {
                Brain made = brain.get();
                fresh.put(symbol, made);
                if (made instanceof Reacting some) {
                    reacting.put(name + " in " + symbol, some);
                }
            });
            return new RandomPlayer(fresh, reads);
        }
    }

    private final Random random;
    private final List<Market> markets = new ArrayList<>();
    private final List<Player> players = new ArrayList<>();
    private final Map<String, Costs> costs = new TreeMap<>();
    private final FillSettings settings;
    private final NavigableMap<LocalDate, BigDecimal> euros;
    private final BigDecimal cash;

    RandomJointRun(long seed) {
        this(seed, List.of("AA", "BB", "CC"));
    }

    /** @param symbols of the markets: the same seed makes the same ones under other names */
    RandomJointRun(long seed, List<String> symbols) {
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        cash = new BigDecimal(List.of("100000", "21000", "9500").get(random.nextInt(3)));
        FillMode mode = MODES.get(random.nextInt(MODES.size()));
        settings = new FillSettings(random.nextBoolean(), true, random.nextBoolean(), random.nextInt(4) > 0)
                .withMode(mode)
                .withTiming(random.nextInt(5) == 0 ? FillTiming.SAME_CLOSE : FillTiming.NEXT_OPEN)
                .withMaxBarParticipation(random.nextInt(4) == 0 ? 0.004 : 0);
        euros = RandomRun.rates(random);
        for (String symbol : symbols.subList(0, 2 + random.nextInt(2))) {
            markets.add(market(symbol, seed * 3 + markets.size(), mode));
            costs.put(
                    symbol,
                    random.nextBoolean()
                            ? new Costs(
                                    new BigDecimal("2.13"),
                                    new BigDecimal("1.38"),
                                    random.nextInt(3),
                                    random.nextInt(3))
                            : Costs.NONE);
        }
        int count = 2 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            players.add(player("p" + i));
        }
    }

    private Market market(String symbol, long seed, FillMode mode) {
        ContractSpec contract = new ContractSpec(
                symbol,
                symbol,
                "CME",
                random.nextInt(3) == 0 ? "EUR" : "USD",
                new TickGrid(new BigDecimal("0.25")),
                new BigDecimal(random.nextBoolean() ? "50" : "20"),
                null,
                null,
                SessionHours.CME_GLOBEX);
        // half a bar later they close while others are under way, and begin when others have begun
        long later = random.nextInt(3) == 0 ? 30_000L * (1 + random.nextInt(12)) : 0;
        BarSeries finer = shifted(Samples.walk(contract, 4 * BARS, seed, 1.0, 15, true), later);
        BarSeries bars = withGaps(Samples.together(finer, 4));
        RollCalendar rolls =
                random.nextInt(3) == 0 ? RandomRolls.calendar(bars, contract.ticks(), random) : RollCalendar.NONE;
        Market market = Market.of(RandomRolls.stitched(bars, rolls), contract).withRolls(rolls, Adjustment.DIFFERENCE);
        if (mode == FillMode.MAGNIFIER) {
            market = market.withFiner(RandomRolls.stitched(finer, rolls));
        }
        return random.nextInt(3) > 0 ? market.withMargins(RandomRun.margins(random, cash)) : market;
    }

    private static BarSeries shifted(BarSeries bars, long millis) {
        BarSeries.Builder later = BarSeries.builder(bars.symbol(), bars.timeframe());
        for (int i = 0; i < bars.size(); i++) {
            later.add(
                    bars.openTime(i) + millis, bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
        }
        return later.build();
    }

    /** Without the bars in which nobody traded. */
    private BarSeries withGaps(BarSeries bars) {
        BarSeries.Builder some = BarSeries.builder(bars.symbol(), bars.timeframe());
        int share = 3 + random.nextInt(20);
        for (int i = 0; i < bars.size(); i++) {
            if (i == 0 || random.nextInt(share) > 0) {
                some.add(bars.openTime(i), bars.open(i), bars.high(i), bars.low(i), bars.close(i), bars.volume(i));
            }
        }
        return some.build();
    }

    private Player player(String name) {
        Map<String, Supplier<Brain>> brains = new TreeMap<>();
        Map<String, Timeframe> reads = new TreeMap<>();
        Market home = markets.get(random.nextInt(markets.size()));
        for (Market market : markets) {
            if (market == home || random.nextInt(3) == 0) {
                brains.put(market.bars().symbol(), brain(market));
                reads.put(market.bars().symbol(), new Timeframe(60 * READS.get(random.nextInt(READS.size()))));
            }
        }
        return new Player(name, home.bars().symbol(), brains, reads);
    }

    private Supplier<Brain> brain(Market market) {
        if (random.nextBoolean()) {
            Script script = new RandomOrders(market.contract(), market.signals(), random).script();
            return () -> (call, bars, hand, fills) -> script.act(call, hand);
        }
        long seed = random.nextLong();
        return () -> new Reacting(seed, market.contract().ticks());
    }

    // ---- both sides

    List<Market> markets() {
        return markets;
    }

    /** Empty when the contract is in the account's currency. */
    NavigableMap<LocalDate, BigDecimal> ratesOf(Market market) {
        return market.contract().currency().equals("EUR") ? euros : new TreeMap<>();
    }

    BigDecimal cash() {
        return cash;
    }

    JointRequest request() {
        return request(new TreeMap<>());
    }

    private JointRequest request(Map<String, Reacting> reacting) {
        List<Assignment> assignments = players.stream()
                .map(player ->
                        Assignment.of(player.name(), () -> player.make(reacting).strategy(), Map.of(), player.home()))
                .toList();
        return new JointRequest(
                assignments,
                markets,
                cash,
                Costs.NONE,
                costs,
                settings,
                "USD",
                Map.of("EUR", CurrencyRates.of(euros)),
                0,
                Progress.UNOBSERVED);
    }

    JointResult check(String what) {
        Map<String, Reacting> ours = new TreeMap<>();
        JointResult result = JointBacktest.run(request(ours));
        List<NaiveMarket> naiveMarkets = markets.stream().map(this::naive).toList();
        NaiveExchange naive = new NaiveExchange(cash, naiveMarkets);
        Map<String, Reacting> theirs = new TreeMap<>();
        players.forEach(player ->
                naive.seat(player.name(), player.home(), player.make(theirs).naive()));
        naive.run();
        for (StrategyLedger ledger : result.strategies()) {
            for (Market market : markets) {
                String symbol = market.bars().symbol();
                NaiveTrader trader = naive.trader(ledger.name(), symbol);
                StrategyLedger.InMarket in = ledger.markets().get(symbol);
                String which = what + ": " + ledger.name() + " in " + symbol;
                if (in == null) {
                    assertEquals(List.of(), trader.orders(), which);
                } else {
                    TwinCheck.agree(which, market, in, trader);
                }
            }
            TwinCheck.compareDays(
                    what + ": " + ledger.name(), naive.daysOf(ledger.name()), cash.doubleValue(), ledger.days());
        }
        ours.forEach((which, some) -> assertEquals(
                String.join("\n", theirs.get(which).diary()),
                String.join("\n", some.diary()),
                what + ": what was seen by " + which));
        TwinCheck.equal(what, naive, result.equity(), result.days());
        return result;
    }

    private NaiveMarket naive(Market market) {
        boolean abroad = market.contract().currency().equals("EUR");
        return TwinCheck.market(market, costs.get(market.bars().symbol()), settings, abroad ? euros : new TreeMap<>());
    }
}

package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import futures.analytics.limit.Limit;
import futures.model.Adjustment;
import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.RollCalendar;
import futures.model.TickGrid;
import futures.strategy.Strategy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Bars, orders and choices, all from one seed. */
record RandomRun(
        Market market,
        Script script,
        Costs costs,
        FillSettings settings,
        NavigableMap<LocalDate, BigDecimal> rates,
        BigDecimal cash) {
    private static final int BARS = 300;
    private static final List<FillMode> MODES = List.of(FillMode.values());
    private static final List<Adjustment> ADJUSTMENTS = List.of(Adjustment.values());

    static RandomRun of(String symbol, String tick, String pointValue, double factor, long seed) {
        // neighbouring seeds begin with nearly the same numbers: spread them
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        ContractSpec contract = Samples.contract(symbol, tick, pointValue, null);
        // finer bars are walked first and put together, so that both tell the same story
        BarSeries finer = Samples.walk(contract, 4 * BARS, seed, factor, 15, true);
        BarSeries bars = Samples.together(finer, 4);
        Random rolling = new Random(~seed * 0x9E3779B97F4A7C15L);
        RollCalendar rolls =
                rolling.nextBoolean() ? RandomRolls.calendar(bars, contract.ticks(), rolling) : RollCalendar.NONE;
        finer = RandomRolls.stitched(finer, rolls);
        Market market = Market.of(RandomRolls.stitched(bars, rolls), contract)
                .withRolls(rolls, ADJUSTMENTS.get(rolling.nextInt(ADJUSTMENTS.size())));
        BigDecimal cash =
                new BigDecimal(List.of("100000", "21000", "11500", "9500").get(random.nextInt(4)));
        FillMode mode = MODES.get(random.nextInt(MODES.size()));
        if (mode == FillMode.MAGNIFIER) {
            market = market.withFiner(finer);
        }
        if (random.nextBoolean()) {
            market = market.withMargins(margins(random, cash));
        }
        Costs costs = random.nextBoolean()
                ? new Costs(new BigDecimal("2.13"), new BigDecimal("1.38"), random.nextInt(3), random.nextInt(4))
                : Costs.NONE;
        FillSettings settings = new FillSettings(
                        random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), random.nextBoolean())
                .withMode(mode)
                .withTiming(random.nextInt(5) == 0 ? FillTiming.SAME_CLOSE : FillTiming.NEXT_OPEN)
                .withMaxBarParticipation(random.nextInt(3) == 0 ? 0.01 * (1 + random.nextInt(3)) / 5 : 0);
        NavigableMap<LocalDate, BigDecimal> rates = random.nextInt(3) == 0 ? rates(random) : new TreeMap<>();
        Script script = new RandomOrders(contract, market.signals(), random).script();
        return new RandomRun(market, script, costs, settings, rates, cash);
    }

    /** Of which the cash covers a few contracts, and only just. */
    static MarginTable margins(Random random, BigDecimal cash) {
        Map<LocalDate, MarginTable.Margins> rows = new TreeMap<>();
        for (int day = 1; day <= 6; day += 1 + random.nextInt(3)) {
            BigDecimal initial =
                    new BigDecimal(cash.intValueExact() * (85 + random.nextInt(15)) / 100 / (1 + random.nextInt(3)));
            rows.put(
                    LocalDate.of(2024, 3, day),
                    new MarginTable.Margins(
                            initial,
                            random.nextInt(4) == 0
                                    ? null
                                    : initial.multiply(new BigDecimal(random.nextBoolean() ? "0.9" : "1.1")),
                            random.nextBoolean() ? null : initial.multiply(new BigDecimal(random.nextInt(4) + ".3"))));
        }
        return MarginTable.dated(rows);
    }

    static NavigableMap<LocalDate, BigDecimal> rates(Random random) {
        NavigableMap<LocalDate, BigDecimal> rates = new TreeMap<>();
        for (int day = 1; day <= 6; day++) {
            rates.put(LocalDate.of(2024, 3, day), BigDecimal.valueOf(90_000_000 + random.nextInt(30_000_000), 8));
        }
        return rates;
    }

    BacktestResult run() {
        return with(script::strategy);
    }

    /** Another strategy in its place. */
    BacktestResult with(Supplier<? extends Strategy> strategy) {
        return Backtest.run(request(strategy));
    }

    /** The same account with limits. */
    BacktestResult within(List<Limit> limits) {
        return Backtest.run(request(script::strategy).withLimits(limits));
    }

    private BacktestRequest request(Supplier<? extends Strategy> strategy) {
        return BacktestRequest.of(strategy, market)
                .withInitialCash(cash)
                .withCosts(costs)
                .withRates(rates.isEmpty() ? CurrencyRates.SAME : CurrencyRates.of(rates))
                .withFills(settings);
    }

    /** From the contract's currency to the account's: the last rate before the day, to whole millionths. */
    BigDecimal convert(BigDecimal amount, LocalDate day) {
        return rates.isEmpty()
                ? amount
                : amount.multiply(rates.lowerEntry(day).getValue()).setScale(6, RoundingMode.HALF_EVEN);
    }

    /** The same with a strategy that reacts. */
    BacktestResult checkReacting(String what, long seed) {
        TickGrid grid = market.contract().ticks();
        Reacting ours = new Reacting(seed, grid);
        Reacting theirs = new Reacting(seed, grid);
        BacktestResult result =
                TwinCheck.agree(what, market, costs, settings, rates, cash, ours::strategy, theirs.naive());
        assertEquals(String.join("\n", theirs.diary()), String.join("\n", ours.diary()), what + ": what was seen");
        return result;
    }

    BacktestResult check(String what) {
        return TwinCheck.agree(what, market, costs, settings, rates, cash, script::strategy, script.naive());
    }
}

package futures.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.engine.Backtest;
import futures.engine.BacktestRequest;
import futures.engine.BacktestResult;
import futures.engine.Costs;
import futures.engine.Market;
import futures.model.BarSeries;
import futures.model.Timeframe;
import futures.strategy.tsx.Answer;
import futures.strategy.tsx.BotStrategy;
import futures.strategy.tsx.Signal;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The host's exits and limits of a day against a few lines that know nothing of it, on bars that go straight from the close before to
 * their own, so that there is no doubt what came first.
 */
class NaiveBotTest {
    private static final double TICK = 0.25;
    private static final double POINT = 50;
    private static final double COST = 2.5;
    private static final double RISK = 3;
    private static final int CONTRACTS = 4;

    /** At every third price without a trade: one way and then the other. */
    private static final class Metronome extends BotStrategy {
        private int prices;

        @Override
        protected Answer processMarketData(double price, double volume, ZonedDateTime timestamp) {
            int number = prices++;
            if (number % 3 != 0 || mainBot().hasPosition()) {
                return null;
            }
            int way = wayOf(number);
            return Answer.of(Signal.of(way > 0 ? Signal.Direction.LONG : Signal.Direction.SHORT)
                    .stopLoss(price - way * RISK)
                    .takeProfit(price + way * 2 * RISK)
                    .positionSize(CONTRACTS)
                    .build());
        }
    }

    private static int wayOf(int number) {
        return number / 3 % 2 == 0 ? 1 : -1;
    }

    private record Rules(
            double loss,
            double profit,
            int trades,
            int losses,
            double breakEven,
            int trail,
            double trigger,
            boolean movesTarget,
            double firstHalf) {

        static Rules random(Random random) {
            return new Rules(
                    random.nextInt(3) * 700,
                    random.nextInt(3) * 900,
                    random.nextInt(3) * 5,
                    random.nextInt(3) * 2,
                    random.nextInt(4) * 0.5,
                    random.nextInt(3) * 5,
                    random.nextInt(3) * 0.5,
                    random.nextBoolean(),
                    random.nextInt(3) * 0.5);
        }

        Map<String, Object> parameters() {
            Map<String, Object> all = new HashMap<>();
            all.put("max_daily_loss", loss);
            all.put("max_daily_profit", profit);
            all.put("max_daily_trades", trades);
            all.put("max_consecutive_losses", losses);
            all.put("break_even_trigger", breakEven);
            all.put("trailing_stop_ticks", trail);
            all.put("trailing_stop_trigger", trigger);
            all.put("trailing_stop_moves_target", movesTarget);
            all.put("partial_exits", firstHalf == 0 ? "" : "50@" + firstHalf);
            return all;
        }
    }

    /** One trade at a time, in two halves that may have different targets. */
    private static final class Naive {
        private final Rules rules;
        private final List<String> trades = new ArrayList<>();
        private int way;
        private double entry;
        private double stop;
        private final double[] target = new double[2];
        private final int[] left = new int[2];
        private double best;
        private double cash;
        private double tradeNet;
        private double dayStart;
        private double lastWorth;
        private int dayTrades;
        private int row;
        private boolean stopped;
        private int entryBar;

        Naive(Rules rules) {
            this.rules = rules;
        }

        private int contracts() {
            return left[0] + left[1];
        }

        private void exit(int half, double price, int bar) {
            if (left[half] > 0) {
                double gain = way * (price - entry) * POINT * left[half];
                cash += gain - COST * left[half];
                tradeNet += gain - 2 * COST * left[half];
                trades.add(entryBar + "-" + bar + " " + way + "*" + left[half] + " " + entry + " " + price);
                left[half] = 0;
            }
        }

        List<String> run(double[] closes, int perDay) {
            int pending = 0;
            boolean out = false;
            for (int bar = 0; bar < closes.length; bar++) {
                double open = bar == 0 ? closes[0] : closes[bar - 1];
                double close = closes[bar];
                if (bar % perDay == 0) {
                    dayStart = lastWorth;
                    dayTrades = 0;
                    row = 0;
                    stopped = false;
                }
                boolean had = contracts() > 0;
                if (out) {
                    exit(0, open, bar);
                    exit(1, open, bar);
                    out = false;
                }
                if (pending != 0) {
                    way = pending;
                    entry = open;
                    best = open;
                    entryBar = bar;
                    stop = entry - way * RISK;
                    left[0] = CONTRACTS / 2;
                    left[1] = CONTRACTS / 2;
                    target[0] = entry + way * RISK * (rules.firstHalf == 0 ? 2 : rules.firstHalf);
                    target[1] = entry + way * RISK * 2;
                    cash -= COST * CONTRACTS;
                    tradeNet = 0;
                    pending = 0;
                    had = true;
                }
                for (int half = 0; half < 2; half++) {
                    if (way * (open - stop) <= 0) {
                        exit(half, open, bar);
                    } else if (way * (close - stop) <= 0) {
                        exit(half, stop, bar);
                    } else if (way * (open - target[half]) >= TICK) {
                        exit(half, open, bar);
                    } else if (way * (close - target[half]) >= TICK) {
                        exit(half, target[half], bar);
                    }
                }
                if (had && contracts() == 0) {
                    row = tradeNet < 0 ? row + 1 : 0;
                }
                if (contracts() > 0) {
                    follow(open, close);
                }
                double worth = cash + way * (close - entry) * POINT * contracts();
                lastWorth = worth;
                double today = worth - dayStart;
                if ((rules.loss > 0 && today <= -rules.loss) || (rules.profit > 0 && today >= rules.profit)) {
                    stopped = true;
                }
                out = stopped && contracts() > 0;
                boolean free =
                        (rules.trades == 0 || dayTrades < rules.trades) && (rules.losses == 0 || row < rules.losses);
                if (bar % 3 == 0 && contracts() == 0 && !stopped && free) {
                    pending = wayOf(bar);
                    dayTrades++;
                }
            }
            return trades;
        }

        private void follow(double open, double close) {
            best = way > 0 ? Math.max(best, Math.max(open, close)) : Math.min(best, Math.min(open, close));
            double gain = way * (best - entry);
            double to = stop;
            if (rules.breakEven > 0 && gain >= rules.breakEven * RISK) {
                to = way > 0 ? Math.max(to, entry) : Math.min(to, entry);
            }
            if (rules.trail > 0 && gain >= rules.trigger * RISK) {
                double trailing = best - way * rules.trail * TICK;
                if (way * (trailing - to) >= 0 && way * (trailing - stop) > 0 && rules.movesTarget) {
                    target[0] += trailing - stop;
                    target[1] += trailing - stop;
                }
                to = way > 0 ? Math.max(to, trailing) : Math.min(to, trailing);
            }
            stop = to;
        }
    }

    @Test
    void tradesAreThoseOfAFewLines() {
        Random random = new Random(7);
        int perDay = 240;
        Set<String> endings = new HashSet<>();
        for (int round = 0; round < 150; round++) {
            double[] closes = new double[5 * perDay];
            BarSeries.Builder bars = BarSeries.builder("ES", Timeframe.MINUTE);
            double price = 4000;
            for (int i = 0; i < closes.length; i++) {
                double close = i == 0 ? price : price + (random.nextInt(13) - 6) * TICK;
                long time = Instant.parse("2024-01-08T15:00:00Z").toEpochMilli()
                        + (i / perDay) * 86_400_000L
                        + (i % perDay) * 60_000L;
                bars.add(time, price, Math.max(price, close), Math.min(price, close), close, 100);
                closes[i] = close;
                price = close;
            }
            Rules rules = Rules.random(random);
            BarSeries series = bars.build();
            BacktestResult result = Backtest.run(BacktestRequest.of(Metronome::new, Market.of(series, Course.ES))
                    .withParameters(rules.parameters())
                    .withCosts(new Costs(BigDecimal.valueOf(COST), BigDecimal.ZERO, 0, 0)));
            // Halves with one target are one order, and one round trip.
            List<String> naive = joined(new Naive(rules).run(closes, perDay));
            List<String> traded = joined(result.trips().stream()
                    .map(trip -> index(series, trip.entryTime()) + "-" + index(series, trip.exitTime()) + " "
                            + trip.side().sign() + "*" + trip.contracts() + " " + trip.entryPrice() + " "
                            + trip.exitPrice())
                    .toList());
            assertEquals(naive, traded, rules::toString);
            assertTrue(traded.size() > 4, rules::toString);
            result.orders().forEach(order -> endings.add(order.tag() + order.role()));
        }
        assertTrue(endings.containsAll(Set.of("daily loss limitORDER", "daily profit targetORDER")), endings::toString);
    }

    private static int index(BarSeries series, long time) {
        return series.firstAtOrAfter(time);
    }

    /** Contracts that were entered and left together, as one line. */
    private static List<String> joined(List<String> trades) {
        Map<String, Integer> contracts = new TreeMap<>();
        for (String trade : trades) {
            String[] words = trade.split(" ");
            String[] sized = words[1].split("\\*");
            contracts.merge(
                    words[0] + " " + sized[0] + " " + words[2] + " " + words[3],
                    Integer.parseInt(sized[1]),
                    Integer::sum);
        }
        return contracts.entrySet().stream()
                .map(one -> one.getKey() + " x" + one.getValue())
                .toList();
    }
}

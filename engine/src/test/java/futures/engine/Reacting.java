package futures.engine;

import futures.engine.twin.NaiveStrategy;
import futures.model.Fill;
import futures.model.TickGrid;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

/**
 * Decides by what it sees: position, entry price, equity, working orders, the last closes and fills. The same seed makes the same
 * decisions of the same sights, on the engine's side and on its twin's, and both keep a diary of what they saw.
 */
final class Reacting implements Brain {
    private final Random random;
    private final TickGrid grid;
    private final Script words = new Script();
    private final int patience;
    private final int size;
    private final List<String> diary = new ArrayList<>();
    private int lastEntry;
    private int quietUntil;

    Reacting(long seed, TickGrid grid) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.grid = grid;
        this.patience = 3 + random.nextInt(25);
        this.size = 1 + random.nextInt(3);
    }

    /** What it saw at each bar. */
    List<String> diary() {
        return diary;
    }

    @Override
    public void act(int call, int bars, Hand hand, List<String> fills) {
        int bar = bars - 1;
        int position = hand.position();
        double entry = hand.entryPrice();
        diary.add(bar + " " + position + " " + (float) entry + " " + hand.equity() + " " + hand.working(lastEntry) + " "
                + hand.stopOf(lastEntry) + " " + fills);
        if (fills.stream().anyMatch(fill -> fill.contains("STOP_") || fill.contains("LIQUIDATED"))) {
            quietUntil = bar + random.nextInt(6);
        }
        if (bar < 3 || bar < quietUntil) {
            return;
        }
        double tick = grid.tickSize().doubleValue();
        double trend = hand.closeOf(0) - hand.closeOf(3);
        if (position == 0) {
            if (random.nextInt(4) == 0) {
                hand.cancelAll();
            }
            if (random.nextInt(3) == 0 && trend != 0) {
                enter(trend > 0 == random.nextInt(4) > 0, hand);
            }
            return;
        }
        double gain = (hand.closeOf(0) - entry) / tick * Math.signum(position);
        if (gain > patience + 0.137) {
            hand.close();
        } else if (gain < -patience - 0.137) {
            hand.flatten();
            send((position > 0 ? "sell " : "buy ") + size + " sl " + patience, hand);
        } else if (random.nextInt(8) == 0 && Math.abs(position) < 3 * size) {
            enter(position > 0, hand);
        } else if (random.nextInt(6) == 0) {
            OptionalInt stop = hand.stopOf(lastEntry);
            if (stop.isPresent()) {
                hand.move(stop.getAsInt(), price(hand, position > 0 ? -3 : 3));
            }
        } else if (random.nextInt(20) == 0) {
            hand.cancelAll();
        }
    }

    private void enter(boolean buy, Hand hand) {
        String side = buy ? "buy " : "sell ";
        String legs = (random.nextBoolean() ? " sl " + (2 + random.nextInt(patience)) : " sl ~" + patience)
                + (random.nextInt(3) == 0 ? "" : " tp " + (2 + random.nextInt(2 * patience)));
        int away = buy ? 2 : -2;
        switch (random.nextInt(6)) {
            case 0 -> send(side + size + " limit " + price(hand, -away) + legs, hand);
            case 1 -> send(side + size + " stop " + price(hand, away) + legs + " day", hand);
            case 2 ->
                hand.oneCancelsOther(List.of(
                        words.order("buy " + size + " stop " + price(hand, 4) + " sl " + patience),
                        words.order("sell " + size + " stop " + price(hand, -4) + " sl " + patience)));
            default -> send(side + size + legs, hand);
        }
    }

    private void send(String order, Hand hand) {
        lastEntry = hand.send(words.order(order));
    }

    private double price(Hand hand, int ticksAway) {
        return grid.price(grid.nearest(hand.closeOf(0)) + ticksAway);
    }

    NaiveStrategy naive() {
        return (bar, desk) -> act(
                bar,
                bar + 1,
                desk,
                desk.news().stream().map(Reacting::withoutPrice).toList());
    }

    /** Over a roll prices are told as the strategy sees them. */
    static String withoutPrice(String fill) {
        return fill.replaceAll(" @\\S+", "");
    }

    /** The engine's side. */
    Strategy strategy() {
        return new Strategy() {
            private final List<String> fills = new ArrayList<>();

            @Override
            public String name() {
                return "Reacting";
            }

            @Override
            protected void start(Setup setup) {}

            @Override
            protected void onFill(Fill fill) {
                fills.add(withoutPrice(FillText.of(fill)));
            }

            @Override
            protected void onBar(Bars bars, Broker broker) {
                act(bars.count() - 1, bars.count(), new BrokerHand(bars, broker), List.copyOf(fills));
                fills.clear();
            }
        };
    }
}

package futures.engine;

import futures.model.BarSeries;
import futures.model.ContractSpec;
import java.util.Random;

/** Scripts of random orders of every kind around the price of the moment. */
final class RandomOrders {
    private final ContractSpec contract;
    private final BarSeries bars;
    private final Random random;

    RandomOrders(ContractSpec contract, BarSeries bars, Random random) {
        this.contract = contract;
        this.bars = bars;
        this.random = random;
    }

    Script script() {
        return script(2 + random.nextInt(20));
    }

    /** @param everyBars of which one has an action, on average */
    Script script(int everyBars) {
        long[] times = new long[bars.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = bars.openTime(i);
        }
        Script script = new Script(times);
        // those that send nothing else go another way through the engine
        boolean plain = random.nextInt(5) == 0;
        for (int i = 0; i < bars.size(); i++) {
            StringBuilder actions = new StringBuilder();
            while (random.nextInt(everyBars) == 0) {
                actions.append(actions.isEmpty() ? "" : "; ").append(plain ? plainAction() : action(i));
            }
            script.at(i, actions.toString());
        }
        return script;
    }

    private String action(int bar) {
        int someOrder = 1 + random.nextInt(20 + bar / 4);
        return switch (random.nextInt(18)) {
            case 0 -> "close";
            case 1 -> "cancel " + someOrder;
            case 2 -> random.nextInt(4) == 0 ? "cancel all" : "close";
            case 3 -> random.nextInt(3) == 0 ? "flatten" : "move " + someOrder + " " + price(bar);
            case 4, 5 -> "move " + someOrder + " " + price(bar);
            case 6 -> "replace " + someOrder + " by " + order(bar);
            case 7, 8 -> "oco " + order(bar) + " / " + order(bar) + (random.nextInt(4) == 0 ? " / " + order(bar) : "");
            default -> order(bar);
        };
    }

    private String plainAction() {
        return switch (random.nextInt(6)) {
            case 0 -> "close";
            case 1 -> (random.nextBoolean() ? "buy " : "sell ") + (1 + random.nextInt(3)) + " reduce";
            case 2 -> random.nextInt(4) == 0 ? "flatten" : "close";
            default -> (random.nextBoolean() ? "buy " : "sell ") + (1 + random.nextInt(3));
        };
    }

    private String order(int bar) {
        boolean buy = random.nextBoolean();
        StringBuilder text = new StringBuilder(buy ? "buy " : "sell ").append(1 + random.nextInt(3));
        int kind = random.nextInt(12);
        switch (kind) {
            case 0, 1 -> text.append(" limit ").append(price(bar));
            case 2, 3 -> text.append(" stop ").append(price(bar));
            case 4 -> stopLimit(text, bar, buy);
            case 5 -> text.append(" touch ").append(price(bar));
            case 6 -> text.append(" trail ").append(trail());
            case 7 -> text.append(random.nextBoolean() ? " onopen" : " onclose");
            default -> {}
        }
        switch (random.nextInt(10)) {
            case 0 -> text.append(" day");
            case 1 -> text.append(" gtd ").append(Math.min(bars.size() - 1, bar + random.nextInt(30)));
            case 2 -> text.append(kind < 2 || kind > 7 ? random.nextBoolean() ? " ioc" : " fok" : "");
            default -> {}
        }
        if (random.nextInt(5) == 0) {
            return text.append(" reduce").toString();
        }
        if (random.nextInt(3) > 0) {
            text.append(" sl")
                    .append(
                            switch (random.nextInt(6)) {
                                case 0 -> "@" + price(bar);
                                case 1 -> " ~" + trail();
                                default -> " " + (1 + random.nextInt(12));
                            });
        }
        if (random.nextInt(3) > 0) {
            text.append(" tp").append(random.nextInt(6) == 0 ? "@" + price(bar) : " " + (1 + random.nextInt(12)));
        }
        return text.toString();
    }

    private void stopLimit(StringBuilder text, int bar, boolean buy) {
        long stop = tick(bar);
        int away = random.nextInt(5);
        long limit = buy ? stop + away : stop - away;
        text.append(" stoplimit ").append(number(stop)).append(' ').append(number(limit));
    }

    private String trail() {
        return switch (random.nextInt(4)) {
            case 0 -> perhapsOffGrid(contract.ticks().price(1 + random.nextInt(12))) + "pt";
            case 1 -> (1 + random.nextInt(3)) + "xatr" + (1 + random.nextInt(10));
            default -> String.valueOf(1 + random.nextInt(15));
        };
    }

    private String price(int bar) {
        return perhapsOffGrid(contract.ticks().price(tick(bar)));
    }

    private String perhapsOffGrid(double price) {
        return FillText.number(
                random.nextInt(15) == 0
                        ? Math.rint((price + 0.4 * contract.ticks().tickSize().doubleValue()) * 1e8) / 1e8
                        : price);
    }

    private long tick(int bar) {
        return contract.ticks().nearest(bars.close(bar)) + random.nextInt(21) - 10;
    }

    private String number(long tick) {
        return FillText.number(contract.ticks().price(tick));
    }
}

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
        Script script = new Script();
        int everyBars = 2 + random.nextInt(20);
        for (int i = 0; i < bars.size(); i++) {
            StringBuilder actions = new StringBuilder();
            while (random.nextInt(everyBars) == 0) {
                actions.append(actions.isEmpty() ? "" : "; ").append(action(i));
            }
            script.at(i, actions.toString());
        }
        return script;
    }

    private String action(int bar) {
        return switch (random.nextInt(12)) {
            case 0 -> "close";
            case 1 -> "cancel " + (1 + random.nextInt(20));
            case 2 -> random.nextInt(4) == 0 ? "cancel all" : "close";
            default -> order(bar);
        };
    }

    private String order(int bar) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "buy " : "sell ").append(1 + random.nextInt(3));
        switch (random.nextInt(3)) {
            case 0 -> text.append(" limit ").append(price(bar));
            case 1 -> text.append(" stop ").append(price(bar));
            default -> {}
        }
        if (random.nextInt(5) == 0) {
            return text.append(" reduce").toString();
        }
        if (random.nextInt(3) > 0) {
            text.append(" sl").append(random.nextInt(6) == 0 ? "@" + price(bar) : " " + (1 + random.nextInt(12)));
        }
        if (random.nextInt(3) > 0) {
            text.append(" tp").append(random.nextInt(6) == 0 ? "@" + price(bar) : " " + (1 + random.nextInt(12)));
        }
        return text.toString();
    }

    private String price(int bar) {
        long tick = contract.ticks().nearest(bars.close(bar)) + random.nextInt(21) - 10;
        double price = contract.ticks().price(tick);
        return FillText.number(
                random.nextInt(15) == 0
                        ? Math.rint((price + 0.4 * contract.ticks().tickSize().doubleValue()) * 1e8) / 1e8
                        : price);
    }
}

package futures.model.roll;

import futures.model.Roll;
import futures.model.RollCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows the front contract some contracts behind it. */
final class BackBuilder {
    private final ContractChain chain;
    private final int depth;
    private final RollBuild front;
    private final List<String> warnings = new ArrayList<>();

    BackBuilder(ContractChain chain, int depth, RollBuild front) {
        this.chain = chain;
        this.depth = depth;
        this.front = front;
    }

    Optional<RollBuild> build() {
        List<Listing> order = order();
        if (depth >= order.size()) {
            return Optional.empty();
        }
        RollPrices prices = new RollPrices(chain.calendar(), chain.grid(), warnings);
        List<Roll> rolls = new ArrayList<>();
        long until = Long.MAX_VALUE;
        for (int i = 0; i < front.calendar().rolls().size() && until == Long.MAX_VALUE; i++) {
            long time = front.calendar().rolls().get(i).time();
            Roll roll = i + depth + 1 < order.size()
                    ? prices.roll(
                            order.get(i + depth),
                            order.get(i + depth + 1),
                            time,
                            chain.calendar().tradingDay(time))
                    : null;
            if (roll == null) {
                until = time;
            } else {
                rolls.add(roll);
            }
        }
        RollCalendar calendar = new RollCalendar(
                rolls,
                front.calendar().provenance() + ", " + depth + (depth == 1 ? " contract" : " contracts") + " behind");
        return Optional.of(new RollBuild(order.get(depth).symbol(), calendar, until, warnings));
    }

    /** The front contracts in their order, and the contracts of the chain after the last of them. */
    private List<Listing> order() {
        List<Listing> order = new ArrayList<>();
        order.add(chain.listing(front.first()));
        front.calendar().rolls().forEach(roll -> order.add(chain.listing(roll.to())));
        int last = chain.listings().indexOf(order.get(order.size() - 1));
        order.addAll(chain.listings().subList(last + 1, chain.listings().size()));
        return order;
    }
}

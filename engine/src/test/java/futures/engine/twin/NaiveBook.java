package futures.engine.twin;

import java.util.ArrayList;
import java.util.List;

/** The orders of one strategy in one market, and what it holds. */
final class NaiveBook {
    final List<NaiveOrder> orders = new ArrayList<>();
    private final List<NaiveOrder> unfinished = new ArrayList<>();
    /** Oldest first. */
    final List<NaiveHolding> holdings = new ArrayList<>();

    void add(NaiveOrder order) {
        order.id = orders.size() + 1;
        orders.add(order);
        unfinished.add(order);
    }

    List<NaiveOrder> working() {
        unfinished.removeIf(order -> !order.works());
        return List.copyOf(unfinished);
    }

    /** Negative when short. */
    int position() {
        return holdings.stream()
                .mapToInt(h -> h.isLong ? h.contracts : -h.contracts)
                .sum();
    }

    /** Whether an order of that side would close something. */
    boolean opposes(boolean buy) {
        return buy ? position() < 0 : position() > 0;
    }

    /** What an order that only reduces would close first; null for others. */
    NaiveHolding reduces(NaiveOrder order) {
        if (order.protects != null || !order.reduce) {
            return order.protects;
        }
        return holdings.isEmpty() ? null : holdings.get(0);
    }
}

package futures.engine;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** The orders of a run that has ended, each written out when it is asked for: a search never asks. */
final class OrderLog extends AbstractList<OrderLife> implements RandomAccess {
    private final List<Working> orders;

    OrderLog(List<Working> orders) {
        this.orders = orders;
    }

    @Override
    public OrderLife get(int index) {
        return orders.get(index).life();
    }

    @Override
    public int size() {
        return orders.size();
    }
}

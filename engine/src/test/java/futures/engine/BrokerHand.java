package futures.engine;

import futures.model.Order;
import futures.strategy.Bars;
import futures.strategy.Broker;
import java.util.List;
import java.util.OptionalInt;

/** The engine's side. */
record BrokerHand(Bars bars, Broker broker) implements Hand {
    @Override
    public int send(Order order) {
        return broker.send(order);
    }

    @Override
    public void oneCancelsOther(List<Order> orders) {
        broker.sendOneCancelsOther(orders.toArray(new Order[0]));
    }

    @Override
    public void replace(int id, Order by) {
        broker.replace(id, by);
    }

    @Override
    public void move(int id, double price) {
        broker.move(id, price);
    }

    @Override
    public void cancel(int id) {
        broker.cancel(id);
    }

    @Override
    public void cancelAll() {
        broker.cancelAll();
    }

    @Override
    public void close() {
        broker.close();
    }

    @Override
    public void flatten() {
        broker.flatten();
    }

    @Override
    public int position() {
        return broker.position();
    }

    @Override
    public double entryPrice() {
        return broker.entryPrice();
    }

    @Override
    public double equity() {
        return broker.equity();
    }

    @Override
    public double closeOf(int barsAgo) {
        return bars.ago(barsAgo).close();
    }

    @Override
    public boolean working(int id) {
        return broker.working(id);
    }

    @Override
    public OptionalInt stopOf(int entry) {
        return broker.stopOf(entry);
    }
}

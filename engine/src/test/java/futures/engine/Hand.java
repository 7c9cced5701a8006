package futures.engine;

import futures.model.Order;
import java.util.List;
import java.util.OptionalInt;

/** What a strategy can do and see on an exchange: the engine's, or its twin's. */
public interface Hand {
    /** @return number of the order */
    int send(Order order);

    void oneCancelsOther(List<Order> orders);

    void replace(int id, Order by);

    void move(int id, double price);

    void cancel(int id);

    void cancelAll();

    void close();

    void flatten();

    /** Contracts held, negative when short. */
    int position();

    /** Mean of what is held; NaN when nothing is. */
    double entryPrice();

    double equity();

    double closeOf(int barsAgo);

    boolean working(int id);

    OptionalInt stopOf(int entry);
}

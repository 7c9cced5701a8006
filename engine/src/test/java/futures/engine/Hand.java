package futures.engine;

import futures.model.Order;
import java.util.List;

/** What a script can do on an exchange: the engine's, or its twin's. */
public interface Hand {
    void send(Order order);

    void oneCancelsOther(List<Order> orders);

    void replace(int id, Order by);

    void move(int id, double price);

    void cancel(int id);

    void cancelAll();

    void close();

    void flatten();
}

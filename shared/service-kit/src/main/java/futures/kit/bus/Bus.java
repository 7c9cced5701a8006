package futures.kit.bus;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Publishes and hears notices, and keeps small values for a while. No call waits for the network. */
public interface Bus extends AutoCloseable {
    /**
     * Sends a notice. While Redis is away it is kept, up to a bound, and sent in order when it is back.
     *
     * @param href where the thing can be read; may be null
     * @param data further facts, written as JSON
     */
    void publish(String channel, String type, String href, Map<String, ?> data);

    /** Hears a channel from now on, on one thread for all listeners; the first argument is the channel. */
    void subscribe(String channel, BiConsumer<String, Notice> listener);

    /**
     * Runs after a connection that was lost is back and listening has begun again: what was said meanwhile may have been
     * missed, so catch up; what is said from then on is heard.
     */
    void onReconnect(Runnable catchUp);

    /** Keeps a value until it expires. Forgotten when Redis is away: it is a cache. */
    void put(String key, String value, Duration keep);

    /** Empty when it is not there, expired, or Redis is away. */
    Optional<String> get(String key);

    boolean connected();

    /** Notices kept for later at this moment. */
    int waiting();

    /** Notices that were dropped because too many had to be kept. */
    long dropped();

    @Override
    void close();
}

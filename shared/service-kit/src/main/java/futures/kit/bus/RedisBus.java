package futures.kit.bus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import futures.kit.json.Json;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/**
 * The bus over Redis: one thread sends, one hears. Both reconnect by themselves with growing pauses.
 *
 * <p>Pub/sub delivers only to those who listen at that moment. After an outage the sender therefore waits a little
 * longer than the longest pause of a listener before it sends what it kept.
 */
public final class RedisBus implements Bus {
    private static final Logger LOG = LoggerFactory.getLogger(RedisBus.class);
    private static final int KEPT = 10_000;
    private static final long FIRST_PAUSE_MS = 50;
    private static final long LONGEST_PAUSE_MS = 500;
    private static final int TIMEOUT_MS = 2_000;

    private record Message(String channel, String json) {}

    private final URI redis;
    private final String service;
    private final Clock clock;
    private final LinkedBlockingDeque<Message> outbox = new LinkedBlockingDeque<>(KEPT);
    private final AtomicLong dropped = new AtomicLong();
    private final Map<String, List<BiConsumer<String, Notice>>> listeners = new ConcurrentHashMap<>();
    private final List<Runnable> catchUps = new CopyOnWriteArrayList<>();
    private final Object cacheLock = new Object();
    private final Thread sender;
    private final Thread hearer;
    private final Hearing hearing = new Hearing();
    private volatile boolean senderConnected;
    private volatile boolean closed;
    private volatile boolean catchUpDue;
    private Jedis cacheConnection;

    /**
     * Returns at once and connects in the background.
     *
     * @param redis   e.g. {@code redis://127.0.0.1:8006}
     * @param service the name that notices carry
     */
    public RedisBus(URI redis, String service, Clock clock) {
        this.redis = redis;
        this.service = service;
        this.clock = clock;
        this.sender = daemon("bus-send", this::send);
        this.hearer = daemon("bus-hear", this::hear);
    }

    private static Thread daemon(String name, Runnable body) {
        Thread thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private Jedis connect(int soTimeoutMs) {
        Jedis jedis = new Jedis(
                redis,
                DefaultJedisClientConfig.builder()
                        .connectionTimeoutMillis(TIMEOUT_MS)
                        .socketTimeoutMillis(soTimeoutMs)
                        .build());
        jedis.ping();
        return jedis;
    }

    @Override
    public void publish(String channel, String type, String href, Map<String, ?> data) {
        ObjectNode body = Json.mapper().valueToTree(data);
        body.put("href", href);
        Notice notice = new Notice(UUID.randomUUID().toString(), type, service, clock.instant(), 1, body);
        Message message = new Message(channel, Json.text(notice));
        while (!outbox.offerLast(message)) {
            if (outbox.pollFirst() != null) {
                dropped.incrementAndGet();
            }
        }
    }

    private void send() {
        long pause = FIRST_PAUSE_MS;
        boolean wasLost = false;
        while (!closed) {
            try (Jedis jedis = connect(TIMEOUT_MS)) {
                if (wasLost) {
                    TimeUnit.MILLISECONDS.sleep(LONGEST_PAUSE_MS * 2);
                }
                senderConnected = true;
                pause = FIRST_PAUSE_MS;
                drain(jedis);
            } catch (JedisException e) {
                if (!wasLost && !closed) {
                    LOG.atWarn().addKeyValue("redis", redis).log("Redis is away; notices are kept");
                }
                wasLost = true;
                senderConnected = false;
                pause = rest(pause);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void drain(Jedis jedis) throws InterruptedException {
        while (!closed) {
            Message message = outbox.pollFirst(1, TimeUnit.SECONDS);
            if (message == null) {
                jedis.ping();
                continue;
            }
            try {
                jedis.publish(message.channel(), message.json());
            } catch (JedisException e) {
                outbox.offerFirst(message);
                throw e;
            }
        }
    }

    @Override
    public void subscribe(String channel, BiConsumer<String, Notice> listener) {
        listeners.computeIfAbsent(channel, name -> new CopyOnWriteArrayList<>()).add(listener);
        hearing.add(channel);
    }

    @Override
    public void onReconnect(Runnable catchUp) {
        catchUps.add(catchUp);
    }

    private void hear() {
        long pause = FIRST_PAUSE_MS;
        boolean wasLost = false;
        while (!closed) {
            String[] channels = listeners.keySet().toArray(String[]::new);
            if (channels.length == 0) {
                pause = rest(FIRST_PAUSE_MS);
                continue;
            }
            try (Jedis jedis = connect(0)) {
                if (wasLost) {
                    LOG.atInfo().addKeyValue("redis", redis).log("Redis is back");
                    catchUpDue = true;
                }
                pause = FIRST_PAUSE_MS;
                wasLost = true;
                jedis.subscribe(hearing, channels);
            } catch (JedisException e) {
                wasLost = true;
                pause = rest(pause);
            }
        }
    }

    private void runCatchUp(Runnable catchUp) {
        try {
            catchUp.run();
        } catch (RuntimeException e) {
            LOG.error("catching up after an outage of Redis failed", e);
        }
    }

    private static long rest(long pause) {
        try {
            TimeUnit.MILLISECONDS.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Math.min(LONGEST_PAUSE_MS, pause * 2);
    }

    /** Hands messages to the listeners; a listener that fails harms nobody else. */
    private final class Hearing extends JedisPubSub {
        void add(String channel) {
            if (isSubscribed()) {
                subscribe(channel);
            }
        }

        @Override
        public void onSubscribe(String channel, int count) {
            // A listener that came while the connection was being made is not among the channels asked for.
            for (String known : listeners.keySet()) {
                if (count == 1 && !known.equals(channel)) {
                    subscribe(known);
                }
            }
            // Only now does every later notice reach us: caught up before, one sent in between would be missed for
            // good.
            if (catchUpDue) {
                catchUpDue = false;
                catchUps.forEach(RedisBus.this::runCatchUp);
            }
        }

        @Override
        public void onMessage(String channel, String json) {
            Notice notice;
            try {
                notice = Json.mapper().readValue(json, Notice.class);
            } catch (JsonProcessingException e) {
                LOG.atWarn().addKeyValue("channel", channel).log("a message that is no notice was passed over");
                return;
            }
            for (BiConsumer<String, Notice> listener : listeners.getOrDefault(channel, List.of())) {
                try {
                    listener.accept(channel, notice);
                } catch (RuntimeException e) {
                    LOG.atError()
                            .addKeyValue("channel", channel)
                            .addKeyValue("type", notice.type())
                            .setCause(e)
                            .log("a listener failed");
                }
            }
        }
    }

    @Override
    public void put(String key, String value, Duration keep) {
        cached(jedis -> jedis.set(key, value, SetParams.setParams().px(keep.toMillis())));
    }

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(cached(jedis -> jedis.get(key)));
    }

    private String cached(java.util.function.Function<Jedis, String> call) {
        if (!senderConnected) {
            return null;
        }
        synchronized (cacheLock) {
            try {
                if (cacheConnection == null) {
                    cacheConnection = connect(TIMEOUT_MS);
                }
                return call.apply(cacheConnection);
            } catch (JedisException e) {
                closeQuietly(cacheConnection);
                cacheConnection = null;
                return null;
            }
        }
    }

    @Override
    public boolean connected() {
        return senderConnected;
    }

    @Override
    public int waiting() {
        return outbox.size();
    }

    @Override
    public long dropped() {
        return dropped.get();
    }

    /** Gives what is still to be sent half a second, then stops. */
    @Override
    public void close() {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500);
        while (senderConnected && !outbox.isEmpty() && System.nanoTime() < deadline) {
            rest(5);
        }
        closed = true;
        sender.interrupt();
        try {
            if (hearing.isSubscribed()) {
                hearing.unsubscribe();
            }
        } catch (JedisException e) {
            LOG.debug("the connection was already gone", e);
        }
        hearer.interrupt();
        synchronized (cacheLock) {
            closeQuietly(cacheConnection);
        }
    }

    private static void closeQuietly(Jedis jedis) {
        if (jedis != null) {
            try {
                jedis.close();
            } catch (JedisException e) {
                LOG.debug("the connection was already gone", e);
            }
        }
    }
}

package futures.backtest.series;

import futures.engine.Market;
import futures.kit.bus.Bus;
import futures.kit.bus.Notice;
import futures.wire.Channels;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Markets to run on, shared by all runs that want the same one. A market is fetched once, by whoever asks first, and
 * dropped when the data service says that its symbol changed, when notices may have been missed, or when newer ones need
 * the room. Before one that is kept is used again, the data service is asked whether it is still current, so that a run
 * that is begun right after an import cannot see the bars of before.
 */
public final class Markets {
    private record Kept(CompletableFuture<FetchedMarket> market) {}

    private final DataClient data;
    private final long mostBars;
    private final LinkedHashMap<SeriesKey, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final AtomicLong hits = new AtomicLong();
    private final AtomicLong fetches = new AtomicLong();

    /** @param mostBars kept at once; a single larger market is still served, and kept alone */
    public Markets(DataClient data, Bus bus, long mostBars) {
        this.data = data;
        this.mostBars = mostBars;
        bus.subscribe(Channels.DATA_UPDATES, (channel, notice) -> drop(notice));
        bus.onReconnect(this::dropAll);
    }

    /** The market, fetched when it is not kept or no longer current. */
    public Market get(SeriesKey key) {
        Kept found;
        boolean ours = false;
        synchronized (kept) {
            found = kept.get(key);
            if (found == null) {
                found = new Kept(new CompletableFuture<>());
                kept.put(key, found);
                ours = true;
            }
        }
        if (ours) {
            return fetch(key, found);
        }
        FetchedMarket market = join(found);
        if (data.isCurrent(key, market)) {
            hits.incrementAndGet();
            return market.market();
        }
        remove(key, found);
        return get(key);
    }

    private Market fetch(SeriesKey key, Kept place) {
        try {
            fetches.incrementAndGet();
            FetchedMarket market = data.fetch(key);
            place.market().complete(market);
            makeRoom(key);
            return market.market();
        } catch (RuntimeException e) {
            remove(key, place);
            place.market().completeExceptionally(e);
            throw e;
        }
    }

    private static FetchedMarket join(Kept place) {
        try {
            return place.market().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private void remove(SeriesKey key, Kept place) {
        synchronized (kept) {
            kept.remove(key, place);
        }
    }

    private void makeRoom(SeriesKey newest) {
        synchronized (kept) {
            Map<SeriesKey, Integer> sizes = new HashMap<>();
            long bars = 0;
            for (Map.Entry<SeriesKey, Kept> entry : kept.entrySet()) {
                if (entry.getValue().market().isDone()
                        && !entry.getValue().market().isCompletedExceptionally()) {
                    int size = entry.getValue().market().join().market().bars().size();
                    sizes.put(entry.getKey(), size);
                    bars += size;
                }
            }
            var oldestFirst = kept.keySet().iterator();
            while (bars > mostBars && oldestFirst.hasNext()) {
                SeriesKey key = oldestFirst.next();
                if (!key.equals(newest) && sizes.containsKey(key)) {
                    bars -= sizes.get(key);
                    oldestFirst.remove();
                }
            }
        }
    }

    private void drop(Notice notice) {
        String symbol = notice.data().path("symbol").asText("");
        if (symbol.isEmpty()) {
            dropAll();
            return;
        }
        synchronized (kept) {
            kept.keySet().removeIf(key -> key.symbol().equals(symbol) || symbol.equals(key.contract()));
        }
    }

    private void dropAll() {
        synchronized (kept) {
            kept.clear();
        }
    }

    /** Markets kept now. */
    public int size() {
        synchronized (kept) {
            return kept.size();
        }
    }

    /** How often a kept market served a run. */
    public long hits() {
        return hits.get();
    }

    public long fetches() {
        return fetches.get();
    }
}

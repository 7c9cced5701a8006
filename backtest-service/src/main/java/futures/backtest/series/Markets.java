package futures.backtest.series;

import futures.engine.Market;
import futures.kit.bus.Bus;
import futures.kit.bus.Notice;
import futures.kit.http.Problem;
import futures.marketdata.SeriesKey;
import futures.model.Timeframe;
import futures.wire.Channels;
import futures.wire.backtest.DataGrade;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Markets to run on, shared by all runs that want the same one. A market is fetched once, by whoever asks first, and
 * dropped when the data service says that its symbol changed, when notices may have been missed, or when newer ones need
 * the room. Before one that is kept is used again, the data service is asked whether it is still current, so that a run
 * that is begun right after an import cannot see the bars of before.
 */
public final class Markets implements MarketSource {
    private final DataClient data;
    private final long mostBars;
    private final LinkedHashMap<SeriesKey, CompletableFuture<FetchedMarket>> kept =
            new LinkedHashMap<>(16, 0.75f, true);
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
    @Override
    public Market get(SeriesKey key) {
        while (true) {
            CompletableFuture<FetchedMarket> mine = new CompletableFuture<>();
            CompletableFuture<FetchedMarket> found;
            synchronized (kept) {
                found = kept.putIfAbsent(key, mine);
            }
            if (found == null) {
                fetches.incrementAndGet();
                return fill(key, mine);
            }
            FetchedMarket market = awaited(found);
            if (market != null) {
                return current(key, found, market);
            }
            // Whoever fetched it failed, for a reason that need not be ours: try for ourselves.
        }
    }

    @Override
    public List<Timeframe> timeframes(String symbol) {
        return data.timeframes(symbol);
    }

    /** The data service keeps grades by the bars' revision, so that this one is of the bars as they are. */
    @Override
    public DataGrade grade(SeriesKey key) {
        return data.grade(key);
    }

    /** Asked for anew each time: it is a small answer, and only accounts in another currency need it. */
    @Override
    public Optional<RateTable> rates(String pair) {
        return data.rates(pair);
    }

    private Market current(SeriesKey key, CompletableFuture<FetchedMarket> place, FetchedMarket market) {
        FetchedMarket now = data.refresh(key, market);
        if (now.equals(market)) {
            hits.incrementAndGet();
            return market.market();
        }
        fetches.incrementAndGet();
        synchronized (kept) {
            kept.replace(key, place, CompletableFuture.completedFuture(now));
        }
        makeRoom(key);
        return now.market();
    }

    private Market fill(SeriesKey key, CompletableFuture<FetchedMarket> place) {
        try {
            FetchedMarket market = data.fetch(key);
            place.complete(market);
            makeRoom(key);
            return market.market();
        } catch (RuntimeException e) {
            remove(key, place);
            place.complete(null);
            throw e;
        }
    }

    private static FetchedMarket awaited(CompletableFuture<FetchedMarket> place) {
        try {
            return place.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("Interrupted while waiting for bars.");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void remove(SeriesKey key, CompletableFuture<FetchedMarket> place) {
        synchronized (kept) {
            kept.remove(key, place);
        }
    }

    private void makeRoom(SeriesKey newest) {
        synchronized (kept) {
            Map<SeriesKey, Integer> sizes = new HashMap<>();
            long bars = 0;
            for (Map.Entry<SeriesKey, CompletableFuture<FetchedMarket>> entry : kept.entrySet()) {
                FetchedMarket market = entry.getValue().getNow(null);
                if (market != null) {
                    sizes.put(entry.getKey(), market.market().bars().size());
                    bars += market.market().bars().size();
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
        if (notice.data().has("pair")) {
            return; // rates are not kept
        }
        String symbol = notice.data().path("symbol").asText("");
        if (symbol.isEmpty()) {
            dropAll();
            return;
        }
        synchronized (kept) {
            // a continuous series is named by its root: ES.v.0 depends on the rolls of ES
            kept.keySet()
                    .removeIf(key -> key.symbol().equals(symbol)
                            || key.symbol().startsWith(symbol + ".")
                            || symbol.equals(key.contract()));
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

package futures.ml.bars;

import futures.kit.ServiceClient;
import futures.marketdata.SeriesKey;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Series kept in memory up to a number of bars, those unused for longest dropped first. Before one is used again the data
 * service is asked whether it is current, so that nobody sees the bars of before an import.
 */
public final class KeptSeries implements SeriesSource {
    private final FreshSeries fresh;
    private final long mostBars;
    private final Map<SeriesKey, Series> kept = new LinkedHashMap<>(16, 0.75f, true);

    /** @param mostBars a single longer series is served, and kept alone */
    public KeptSeries(ServiceClient data, long mostBars) {
        this.fresh = new FreshSeries(data);
        this.mostBars = mostBars;
    }

    @Override
    public Series get(SeriesKey key) {
        Series before;
        synchronized (kept) {
            before = kept.get(key);
        }
        Series now = fresh.get(key, before);
        if (now != before) {
            keep(key, now);
        }
        return now;
    }

    private void keep(SeriesKey key, Series series) {
        synchronized (kept) {
            kept.put(key, series);
            long bars = kept.values().stream().mapToLong(Series::size).sum();
            Iterator<Map.Entry<SeriesKey, Series>> oldest = kept.entrySet().iterator();
            while (bars > mostBars && kept.size() > 1) {
                Map.Entry<SeriesKey, Series> entry = oldest.next();
                if (!entry.getKey().equals(key)) {
                    bars -= entry.getValue().size();
                    oldest.remove();
                }
            }
        }
    }
}

package futures.data.quality;

import futures.model.SessionHours;
import futures.model.TickGrid;
import futures.model.TradingCalendar;
import futures.wire.data.QualitySummary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The grades that were asked for last, by all that they depend on; thousands fit into a few megabytes. */
public final class KeptGrades {
    private static final int MOST = 2_000;

    /**
     * What a grade depends on.
     *
     * @param tag      of the bars
     * @param from     epoch milliseconds, inclusive
     * @param to       exclusive
     * @param calendar empty for one that is made from hours
     * @param grid     null when not known
     */
    public record Key(
            String symbol,
            String timeframe,
            String tag,
            long from,
            long to,
            String calendar,
            SessionHours hours,
            TickGrid grid) {
        public static Key of(
                String symbol,
                String timeframe,
                String tag,
                long from,
                long to,
                TradingCalendar calendar,
                TickGrid grid) {
            return new Key(symbol, timeframe, tag, from, to, calendar.name(), calendar.hours(), grid);
        }
    }

    private final Map<Key, QualitySummary> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, QualitySummary> eldest) {
            return size() > MOST;
        }
    };

    public synchronized Optional<QualitySummary> find(Key key) {
        return Optional.ofNullable(kept.get(key));
    }

    public synchronized void keep(Key key, QualitySummary summary) {
        kept.put(key, summary);
    }
}

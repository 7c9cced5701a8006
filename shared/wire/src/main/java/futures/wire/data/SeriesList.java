package futures.wire.data;

import java.util.List;

/** Stored series, by symbol, finest timeframe first. */
public record SeriesList(List<SeriesMessage> series) {}

package futures.marketdata;

import futures.model.BarSeries;

/**
 * Bars as they were traded, with what the data service said about them.
 *
 * @param tag           changes when the bars do; null when it gave none
 * @param product       whose contract they are prices of: what the key says, otherwise what the series says; null when neither does
 * @param rollsRevision of the calendar by which contracts were joined; empty when none were
 */
public record FetchedBars(BarSeries bars, String tag, String product, String rollsRevision) {}

package futures.wire.portfolio;

import java.time.Instant;

/**
 * What the portfolio service holds.
 *
 * @param orders       fills recorded one by one
 * @param trades       closed round trips
 * @param openPositions symbols that are not flat, over all portfolios
 * @param firstTrade   earliest exit; null when there is none
 * @param lastTrade    latest exit; null when there is none
 * @param databaseBytes size of the store's file
 */
public record PortfolioStats(
        long portfolios,
        long orders,
        long trades,
        long openPositions,
        Instant firstTrade,
        Instant lastTrade,
        long databaseBytes) {}

package futures.wire.backtest;

import java.time.Instant;
import java.util.List;

/**
 * Whether a strategy's orders depend on what came after them.
 *
 * @param verdict {@code passed}: none did at these places; {@code failed}: at least one did; {@code unsteady}: the same bars gave other
 *                orders when they were run again, so that nothing can be said; {@code no_orders}: there was nothing to compare
 * @param text    the verdict in words
 * @param bars    of the run
 * @param orders  that the strategy sent in it
 * @param probes  in the order of their times
 * @param first   the earliest order that is another one without its future; null unless failed or unsteady
 */
public record Lookahead(
        String strategyName,
        String symbol,
        String verdict,
        String text,
        int bars,
        int orders,
        List<Probe> probes,
        Difference first) {

    /**
     * One run beside the first one.
     *
     * @param kind       {@code cut}: there were no later bars; {@code changed}: later bars were other ones; {@code repeated}: the same bars
     * @param knownUntil close of the last bar that was as in the first run
     * @param compared   orders of the first run that were sent by then
     * @param same       null when the run could not be compared, which {@code note} explains
     */
    public record Probe(String kind, Instant knownUntil, int compared, Boolean same, String note) {}

    /**
     * @param at      when the order was sent
     * @param with    the order when the future was there, in words
     * @param without what was sent without it, in words
     */
    public record Difference(String kind, Instant knownUntil, Instant at, String with, String without) {}
}

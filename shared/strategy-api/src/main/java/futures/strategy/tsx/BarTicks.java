package futures.strategy.tsx;

import futures.strategy.Bars;

/** The prices that a bar is fed as. */
final class BarTicks {
    private BarTicks() {}

    /** Takes one price with its time and volume. */
    @FunctionalInterface
    interface To {
        void tick(long time, double price, double volume);
    }

    /**
     * One tick: the close, at the bar's open time, as the live bot stamps the minute that it is in. Four: open, the nearer extreme,
     * the other one and the close, a quarter of the bar apart and with a quarter of its volume each.
     */
    static void of(Bars bars, int ticks, To to) {
        long opens = bars.openTime();
        if (ticks == 1) {
            to.tick(opens, bars.close(), bars.volume());
            return;
        }
        long quarter = (bars.closeTime() - opens) / 4;
        double volume = bars.volume() / 4;
        boolean highFirst = bars.high() - bars.open() <= bars.open() - bars.low();
        to.tick(opens, bars.open(), volume);
        to.tick(opens + quarter, highFirst ? bars.high() : bars.low(), volume);
        to.tick(opens + 2 * quarter, highFirst ? bars.low() : bars.high(), volume);
        to.tick(opens + 3 * quarter, bars.close(), volume);
    }
}

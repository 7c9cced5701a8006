package futures.strategy.tsx;

import futures.model.Bar;

/** The prices that a bar is fed as. */
public final class BarTicks {
    private BarTicks() {}

    /** Takes one price with its time and volume. */
    @FunctionalInterface
    public interface To {
        void tick(long time, double price, double volume);
    }

    /**
     * One tick: the close, at the bar's open time, as the live bot stamps the minute that it is in. Four: open, the nearer extreme,
     * the other one and the close, a quarter of the bar apart and with a quarter of its volume each.
     */
    public static void of(Bar bar, int ticks, To to) {
        long opens = bar.openTime();
        if (ticks == 1) {
            to.tick(opens, bar.close(), bar.volume());
            return;
        }
        long quarter = (bar.closeTime() - opens) / 4;
        double volume = bar.volume() / 4;
        boolean highFirst = bar.high() - bar.open() <= bar.open() - bar.low();
        to.tick(opens, bar.open(), volume);
        to.tick(opens + quarter, highFirst ? bar.high() : bar.low(), volume);
        to.tick(opens + 2 * quarter, highFirst ? bar.low() : bar.high(), volume);
        to.tick(opens + 3 * quarter, bar.close(), volume);
    }
}

package futures.model;

/** How far behind the market a trailing stop follows. */
public sealed interface Trail {
    /** @param ticks at least 1 */
    record Ticks(int ticks) implements Trail {
        public Ticks {
            if (ticks < 1) {
                throw new IllegalArgumentException("a trail must be at least 1 tick long, found " + ticks);
            }
        }
    }

    /** @param points in units of price, above zero, on the tick grid */
    record Points(double points) implements Trail {
        public Points {
            if (!(points > 0) || !Double.isFinite(points)) {
                throw new IllegalArgumentException("a trail must be longer than 0 points, found " + points);
            }
        }
    }

    /**
     * A multiple of the average true range when the stop starts; it keeps that length.
     *
     * @param period   bars in the average, at least 1
     * @param multiple above zero
     */
    record Atr(int period, double multiple) implements Trail {
        public Atr {
            if (period < 1 || !(multiple > 0) || !Double.isFinite(multiple)) {
                throw new IllegalArgumentException("a trail by ATR needs a period of at least 1 and a multiple above 0,"
                        + " found " + period + " and " + multiple);
            }
        }
    }
}

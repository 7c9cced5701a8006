package futures.model;

import java.util.Objects;

/**
 * Where one leg of a bracket is to stand: at a price, some ticks away from the price at which the entry fills, or, for a
 * stop, trailing behind the market from there.
 *
 * <p>Worked example, ES bought at 5000.00: a stop {@code Ticks(16)} stands at 4996.00, a target {@code Ticks(32)} at
 * 5008.00.
 */
public sealed interface Exit {
    /** @param ticks distance from the entry's fill price, at least 1; the leg's role says in which direction */
    record Ticks(int ticks) implements Exit {
        public Ticks {
            if (ticks < 1) {
                throw new IllegalArgumentException("an exit must be at least 1 tick away, found " + ticks);
            }
        }
    }

    /** @param price absolute price */
    record At(double price) implements Exit {
        public At {
            if (!Double.isFinite(price)) {
                throw new IllegalArgumentException("an exit needs a finite price, found " + price);
            }
        }
    }

    /** A protective stop that starts at this distance from the entry's fill and follows the market; never a target. */
    record Trailing(Trail trail) implements Exit {
        public Trailing {
            Objects.requireNonNull(trail, "trail");
        }
    }
}

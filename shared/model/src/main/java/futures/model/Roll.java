package futures.model;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * The change from one contract of a product to the next.
 *
 * <p>Worked example: on 2024-03-14 at 22:00 UTC ESM24 stood at 5226.75 and ESH24 at 5165.25, a spread of 61.50; a series
 * of the front contract jumps by it, and whoever held a contract earned nothing of that.
 *
 * @param time     from which the new contract counts, epoch milliseconds UTC
 * @param from     the old contract, e.g. {@code ESH24}
 * @param to       the new one
 * @param oldPrice of the old contract at the moment of the roll
 * @param newPrice of the new one at the same moment
 */
public record Roll(long time, String from, String to, BigDecimal oldPrice, BigDecimal newPrice) {
    public Roll {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(oldPrice, "oldPrice");
        Objects.requireNonNull(newPrice, "newPrice");
        if (from.equals(to)) {
            throw new IllegalArgumentException("a roll leads from one contract to another, found " + from + " twice");
        }
    }

    /** How much higher the new contract stands; negative when it stands lower. */
    public BigDecimal spread() {
        return newPrice.subtract(oldPrice);
    }

    @Override
    public String toString() {
        return "the roll from " + from + " to " + to;
    }
}

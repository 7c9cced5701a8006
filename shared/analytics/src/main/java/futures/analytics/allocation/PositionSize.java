package futures.analytics.allocation;

import java.util.Objects;

/**
 * So many whole contracts.
 *
 * @param contracts 0 is an answer: one contract would be too many
 */
public record PositionSize(int contracts, Bound boundBy) {
    public PositionSize {
        Objects.requireNonNull(boundBy, "boundBy");
        if (contracts < 0) {
            throw new IllegalArgumentException("a size is never negative, found " + contracts);
        }
    }
}

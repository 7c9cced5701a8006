package futures.engine.twin;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The contract, costs and choices of a naive run. A null margin is not checked. */
public record NaiveRules(
        BigDecimal tick,
        BigDecimal pointValue,
        BigDecimal costPerSide,
        int marketSlippage,
        int stopSlippage,
        boolean through,
        boolean round,
        boolean cap,
        BigDecimal margin) {

    BigDecimal up(BigDecimal price) {
        return price.divide(tick, 0, RoundingMode.CEILING).multiply(tick);
    }

    BigDecimal down(BigDecimal price) {
        return price.divide(tick, 0, RoundingMode.FLOOR).multiply(tick);
    }

    BigDecimal nearest(BigDecimal price) {
        return price.divide(tick, 20, RoundingMode.FLOOR)
                .add(new BigDecimal("0.5"))
                .setScale(0, RoundingMode.FLOOR)
                .multiply(tick);
    }

    BigDecimal ticks(int count) {
        return tick.multiply(BigDecimal.valueOf(count));
    }

    boolean onGrid(BigDecimal price) {
        return price.remainder(tick).signum() == 0;
    }
}

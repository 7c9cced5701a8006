package futures.engine.twin;

import futures.model.Exit;
import futures.model.Order;
import futures.model.Trail;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Stream;

/** Why an order is not taken. */
final class NaiveRefusal {
    private final NaiveRules rules;
    private final NaiveMoment now;

    NaiveRefusal(NaiveMoment now) {
        this.rules = now.market.rules;
        this.now = now;
    }

    /** Whatever the settings say; null when there is nothing. */
    String always(Order asked) {
        if (asked.reduceOnly() && (asked.stop() != null || asked.target() != null)) {
            return "an order that only reduces opens nothing that a stop or target could protect";
        }
        if (asked.trail() != null && now.bar < 0) {
            return "a trailing stop starts from a close, and its market has no bar yet";
        }
        String cold = cold(asked.trail());
        return cold == null && asked.stop() instanceof Exit.Trailing leg ? cold(leg.trail()) : cold;
    }

    private String cold(Trail trail) {
        return trail instanceof Trail.Atr atr && now.bar < atr.period()
                ? "the average true range over " + atr.period() + " bars is not known yet"
                : null;
    }

    /** The price that is off the tick grid; null when none is. */
    String offGrid(Order asked) {
        return Stream.of(
                        off("price", asked.price()),
                        off("limit price", asked.limitPrice()),
                        off("trail", asked.trail()),
                        off("stop", asked.stop()),
                        off("target", asked.target()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private String off(String what, Exit exit) {
        if (exit instanceof Exit.Trailing trailing) {
            return off(what + "'s trail", trailing.trail());
        }
        return exit instanceof Exit.At at ? off(what, at.price()) : null;
    }

    private String off(String what, Trail trail) {
        return trail instanceof Trail.Points points ? off(what, points.points()) : null;
    }

    String off(String what, double price) {
        return Double.isNaN(price) || rules.onGrid(BigDecimal.valueOf(price))
                ? null
                : what + " " + price + " is not a multiple of the tick size " + rules.tick.toPlainString();
    }
}

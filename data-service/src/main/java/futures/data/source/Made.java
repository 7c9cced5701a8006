package futures.data.source;

import futures.model.Timeframe;
import futures.model.bars.BarForm;

/**
 * How bars came out of shorter ones.
 *
 * @param form what they are
 * @param from length of the shorter ones
 */
public record Made(BarForm form, Timeframe from) {
    /** In which way the bars are not those of trades; empty when they are. */
    public String approximation() {
        return form.approximation(from);
    }
}

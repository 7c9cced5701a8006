package futures.engine;

import java.util.Objects;

/**
 * How orders meet bars, where there is a choice.
 *
 * @param limitsNeedThrough   a limit fills when price trades a tick through it; otherwise when it is touched
 * @param roundOffGridPrices  order prices off the tick grid are rounded to the tick that is worse for the trader;
 *                            otherwise such an order is refused
 * @param capSlippage         slippage ends at the bar's high or low; otherwise it may go beyond
 * @param checkMargin         an order that initial margin does not allow is refused, and what maintenance margin does not
 *                            hold is liquidated
 * @param maxBarParticipation share of a bar's volume that may fill, above 0 to 1; 0 for no limit
 */
public record FillSettings(
        boolean limitsNeedThrough,
        boolean roundOffGridPrices,
        boolean capSlippage,
        boolean checkMargin,
        FillMode mode,
        FillTiming timing,
        double maxBarParticipation) {
    public static final FillSettings STANDARD = new FillSettings(true, false, true, true);

    public FillSettings {
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(timing, "timing");
        if (!(maxBarParticipation >= 0 && maxBarParticipation <= 1)) {
            throw new IllegalArgumentException(
                    "the share of a bar's volume must be from 0 (no limit) to 1, found " + maxBarParticipation);
        }
    }

    /** Pessimistic, at the next open, without a limit by volume. */
    public FillSettings(
            boolean limitsNeedThrough, boolean roundOffGridPrices, boolean capSlippage, boolean checkMargin) {
        this(
                limitsNeedThrough,
                roundOffGridPrices,
                capSlippage,
                checkMargin,
                FillMode.PESSIMISTIC,
                FillTiming.NEXT_OPEN,
                0);
    }

    public FillSettings withMode(FillMode other) {
        return new FillSettings(
                limitsNeedThrough, roundOffGridPrices, capSlippage, checkMargin, other, timing, maxBarParticipation);
    }

    public FillSettings withTiming(FillTiming other) {
        return new FillSettings(
                limitsNeedThrough, roundOffGridPrices, capSlippage, checkMargin, mode, other, maxBarParticipation);
    }

    public FillSettings withMaxBarParticipation(double share) {
        return new FillSettings(limitsNeedThrough, roundOffGridPrices, capSlippage, checkMargin, mode, timing, share);
    }
}

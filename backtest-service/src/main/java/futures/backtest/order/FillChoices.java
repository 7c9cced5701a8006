package futures.backtest.order;

import futures.engine.FillMode;
import futures.engine.FillSettings;
import futures.engine.FillTiming;
import futures.wire.backtest.BacktestOrder;
import java.math.BigDecimal;

/** How orders meet bars, in the words of an order. */
public final class FillChoices {
    private enum LimitFill {
        THROUGH,
        TOUCH
    }

    private enum OffGridPrices {
        REFUSE,
        ROUND
    }

    private FillChoices() {}

    /** @throws futures.kit.http.Problem when a word or a number is not one of those allowed */
    static FillSettings settings(BacktestOrder order) {
        FillSettings standard = FillSettings.STANDARD;
        BigDecimal share = order.maxBarParticipation() == null ? BigDecimal.ZERO : order.maxBarParticipation();
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw Fields.outside("max_bar_participation", share.toPlainString(), "from 0 (no limit) to 1");
        }
        return new FillSettings(
                Fields.choice("limit_fill", order.limitFill(), LimitFill.THROUGH) == LimitFill.THROUGH,
                Fields.choice("off_grid_prices", order.offGridPrices(), OffGridPrices.REFUSE) == OffGridPrices.ROUND,
                order.capSlippage() == null ? standard.capSlippage() : order.capSlippage(),
                order.checkMargin() == null ? standard.checkMargin() : order.checkMargin(),
                Fields.choice("fill_mode", order.fillMode(), standard.mode()),
                Fields.choice("fill_timing", order.fillTiming(), standard.timing()),
                share.doubleValue());
    }

    static boolean magnified(BacktestOrder order) {
        return Fields.choice("fill_mode", order.fillMode(), FillMode.PESSIMISTIC) == FillMode.MAGNIFIER;
    }

    /** Whether the order asks for fills that no market would have given. */
    public static boolean atTheSameClose(BacktestOrder order) {
        return Fields.choice("fill_timing", order.fillTiming(), FillTiming.NEXT_OPEN) == FillTiming.SAME_CLOSE;
    }

    public static String mode(FillSettings settings) {
        return Fields.word(settings.mode());
    }

    public static String timing(FillSettings settings) {
        return Fields.word(settings.timing());
    }

    public static String limitFill(FillSettings settings) {
        return Fields.word(settings.limitsNeedThrough() ? LimitFill.THROUGH : LimitFill.TOUCH);
    }

    public static String offGridPrices(FillSettings settings) {
        return Fields.word(settings.roundOffGridPrices() ? OffGridPrices.ROUND : OffGridPrices.REFUSE);
    }
}

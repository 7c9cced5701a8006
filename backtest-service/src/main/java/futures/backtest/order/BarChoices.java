package futures.backtest.order;

import futures.kit.http.Problem;
import futures.model.Timeframe;
import futures.model.bars.BarForm;
import futures.model.bars.Hours;
import futures.wire.backtest.BacktestOrder;

/** On which bars an order runs: {@code timeframe}, {@code hours} and {@code finer_timeframe}. */
final class BarChoices {
    private BarChoices() {}

    /** @throws Problem 400 for what is no form of bars, 422 for one on which no order can be filled honestly */
    static BarForm form(BacktestOrder order) {
        Hours hours = Fields.choice("hours", order.hours(), Hours.ALL);
        BarForm form;
        try {
            form = order.timeframe() == null ? BarForm.of(Timeframe.MINUTE) : BarForm.parse(order.timeframe());
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(e.getMessage()).field("timeframe", order.timeframe(), e.getMessage());
        }
        if (form.insideStoredBars()) {
            throw Problem.unprocessable(
                            "A backtest does not run on " + form.name() + ": several of these bars begin and end"
                                    + " inside one minute, on a path that is assumed, so an order sent at the close of one would"
                                    + " fill before that minute was over; take volume:5000, tick:5 or a timeframe.")
                    .field("timeframe", order.timeframe(), "its bars end inside a minute");
        }
        return form.with(hours);
    }

    /** @throws Problem when the finer bars are not asked for by the magnifier, or not finer */
    static void checkFiner(BacktestOrder order, BarForm form) {
        if (order.finerTimeframe() == null) {
            return;
        }
        Timeframe finer;
        try {
            finer = Timeframe.parse(order.finerTimeframe());
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(e.getMessage()).field("finer_timeframe", order.finerTimeframe(), e.getMessage());
        }
        boolean fine = form.timeframe() == null || finer.compareTo(form.timeframe()) < 0;
        if (!FillChoices.magnified(order) || !fine) {
            throw Problem.unprocessable("'finer_timeframe' is what fill_mode magnifier walks, and must be finer than "
                            + form.name() + ".")
                    .field("finer_timeframe", finer, "only with magnifier, and finer than " + form.name());
        }
    }
}

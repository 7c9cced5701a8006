package futures.engine;

import futures.model.Fill;
import futures.model.Side;
import java.math.BigDecimal;
import java.util.List;

/** Fills as tests read them: {@code "12 #3 buy 1 @100.25 MARKET_AT_OPEN"}, with a question mark when ambiguous. */
final class FillText {
    private FillText() {}

    static List<String> of(BacktestResult result) {
        return of(result.fills());
    }

    static List<String> of(List<Fill> fills) {
        return fills.stream().map(fill -> fill.bar() + " " + of(fill)).toList();
    }

    static String of(Fill fill) {
        return "#" + fill.orderId() + (fill.side() == Side.LONG ? " buy " : " sell ") + fill.contracts() + " @"
                + number(fill.price()) + " " + fill.rule() + (fill.ambiguous() ? "?" : "");
    }

    static String number(double value) {
        BigDecimal number = BigDecimal.valueOf(value);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}

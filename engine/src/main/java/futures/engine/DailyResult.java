package futures.engine;

import futures.model.TradingDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One trading day of the exchange.
 *
 * @param profit change of equity over the day, open positions marked at its last close
 * @param equity at its last close
 */
public record DailyResult(LocalDate day, double profit, double equity) {

    static List<DailyResult> of(TradingDays days, EquityCurve curve) {
        List<DailyResult> results = new ArrayList<>(days.count());
        long before = curve.initialMillionths();
        for (int d = 0; d < days.count(); d++) {
            long after = curve.millionths(days.lastBar(d));
            results.add(new DailyResult(days.day(d), Money.toDouble(after - before), Money.toDouble(after)));
            before = after;
        }
        return List.copyOf(results);
    }
}

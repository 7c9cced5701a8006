package futures.engine;

import futures.model.TradingDays;

/** The currency rate of each trading day of a market. */
final class RateSchedule {
    private static final RateSchedule SAME = new RateSchedule(null, null);

    private final TradingDays days;
    private final long[] byDay;

    private RateSchedule(TradingDays days, long[] byDay) {
        this.days = days;
        this.byDay = byDay;
    }

    static RateSchedule of(Market market, CurrencyRates rates) {
        if (rates == CurrencyRates.SAME) {
            return SAME;
        }
        TradingDays days = market.days();
        long[] byDay = new long[days.count()];
        for (int d = 0; d < byDay.length; d++) {
            byDay[d] = rates.before(days.day(d));
        }
        return new RateSchedule(days, byDay);
    }

    boolean same() {
        return byDay == null;
    }

    long at(int bar) {
        return byDay == null ? CurrencyRates.ONE : byDay[days.indexOf(bar)];
    }
}

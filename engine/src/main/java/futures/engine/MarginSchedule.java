package futures.engine;

import futures.model.TradingDays;
import java.math.BigDecimal;

/** What margin a contract of a market needs in each bar, in millionths of its currency; 0 where nothing is asked. */
final class MarginSchedule {
    private final TradingDays days;
    private final long[] initial;
    private final long[] maintenance;
    private final long[] dayTrade;
    private final boolean none;
    private final long mostToHold;

    MarginSchedule(Market market, boolean checked) {
        days = market.days();
        int count = days.count();
        initial = new long[count];
        maintenance = new long[count];
        dayTrade = new long[count];
        boolean any = false;
        for (int d = 0; checked && d < count; d++) {
            MarginTable.Margins margins = market.margins().on(days.day(d));
            initial[d] = money(margins.initial(), "the initial margin");
            maintenance[d] = money(margins.maintenance(), "the maintenance margin");
            dayTrade[d] = margins.dayTrade() == null ? -1 : money(margins.dayTrade(), "the day-trade margin");
            any |= initial[d] != 0 || maintenance[d] != 0 || dayTrade[d] > 0;
        }
        none = !any;
        mostToHold = Math.max(most(maintenance), most(dayTrade));
    }

    private static long money(BigDecimal amount, String what) {
        return amount == null ? 0 : Money.of(amount, what);
    }

    private static long most(long[] margins) {
        long most = 0;
        for (long margin : margins) {
            most = Math.max(most, margin);
        }
        return most;
    }

    /** The highest margin to hold of all bars. */
    long mostToHold() {
        return mostToHold;
    }

    boolean none() {
        return none;
    }

    long toOpen(int bar) {
        return at(bar, initial);
    }

    long toHold(int bar) {
        return at(bar, maintenance);
    }

    private long at(int bar, long[] ordinary) {
        if (none) {
            return 0;
        }
        int day = days.indexOf(bar);
        return dayTrade[day] >= 0 && bar != days.lastBar(day) ? dayTrade[day] : ordinary[day];
    }
}

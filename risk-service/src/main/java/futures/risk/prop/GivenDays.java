package futures.risk.prop;

import futures.analytics.propfirm.DayPath;
import futures.kit.http.Problem;
import futures.wire.risk.prop.PropEquityBody;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Days that came with a request. */
final class GivenDays {
    private static final int MOST_VALUES = 2_000_000;
    private static final BigDecimal MOST = new BigDecimal("1e12");

    private GivenDays() {}

    static History of(PropEquityBody body) {
        if (body.initialCash() == null || body.days() == null || body.days().isEmpty()) {
            throw Problem.badRequest(
                            "Give backtest_id, or a body with initial_cash and days, each with day and equity.")
                    .field("days", null, "missing");
        }
        List<FirmDay> days = new ArrayList<>();
        long before = units(body.initialCash(), "initial_cash");
        LocalDate last = null;
        long values = 0;
        for (int i = 0; i < body.days().size(); i++) {
            PropEquityBody.Day day = body.days().get(i);
            String at = "days[" + i + "]";
            if (day == null
                    || day.day() == null
                    || day.equity() == null
                    || day.equity().isEmpty()) {
                throw Problem.badRequest("Each day has a date and the equity at the closes of its bars.")
                        .field(at, null, "day and equity must be there");
            }
            if (last != null && !day.day().isAfter(last)) {
                throw Problem.badRequest("Days come in order, each once.")
                        .field(at + ".day", day.day(), "not after " + last);
            }
            values += day.equity().size();
            if (values > MOST_VALUES) {
                throw Problem.tooLarge(
                        "More than " + MOST_VALUES + " values of equity; send fewer days or longer bars.");
            }
            last = day.day();
            long[] relative = new long[day.equity().size()];
            boolean moved = false;
            for (int k = 0; k < relative.length; k++) {
                relative[k] = units(day.equity().get(k), at + ".equity[" + k + "]") - before;
                moved |= relative[k] != 0;
            }
            before += relative[relative.length - 1];
            double contracts = day.contracts() == null ? -1 : contracts(day.contracts(), at);
            boolean traded = contracts < 0 ? moved : contracts > 0;
            days.add(new FirmDay(
                    day.day(), DayPath.ofCloses(relative, Math.max(0, contracts), traded), null, contracts));
        }
        return new History(
                null, days, null, List.of("Equity counts at the values given; what it did between them is not known."));
    }

    private static double contracts(BigDecimal contracts, String at) {
        if (contracts.signum() < 0 || contracts.compareTo(MOST) > 0) {
            throw Problem.badRequest("Contracts are zero or more.")
                    .field(at + ".contracts", contracts, "must be 0 or more");
        }
        return contracts.doubleValue();
    }

    private static long units(BigDecimal money, String field) {
        if (money == null || money.abs().compareTo(MOST) > 0) {
            throw Problem.badRequest("Equity is an amount of money below a million millions.")
                    .field(field, money, "must be a number");
        }
        return Millionths.of(money);
    }
}

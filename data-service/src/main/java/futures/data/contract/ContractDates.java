package futures.data.contract;

import futures.model.FirstNotice;
import futures.model.LastTrade;
import futures.model.TradingCalendar;
import futures.wire.data.ContractMessage;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;

/** The days on which the contracts of a product end, by the rules of its spec. */
public record ContractDates(ContractMessage product, TradingCalendar calendar) {
    public static ContractDates of(ContractMessage product) {
        return new ContractDates(product, ContractRules.spec(product).calendar());
    }

    /** Empty when the rule is not known. */
    public Optional<LocalDate> lastTrade(YearMonth month) {
        return Optional.ofNullable(product.lastTrade())
                .map(rule -> LastTrade.valueOf(rule.toUpperCase(Locale.ROOT)).of(month, calendar));
    }

    /** Empty when there is none, or the rule is not known. */
    public Optional<LocalDate> firstNotice(YearMonth month) {
        return Optional.ofNullable(product.firstNotice())
                .map(rule -> FirstNotice.valueOf(rule.toUpperCase(Locale.ROOT))
                        .of(month, lastTrade(month).orElseThrow(), calendar));
    }
}

package futures.backtest.order;

import futures.backtest.series.MarketSource;
import futures.backtest.series.RateTable;
import futures.engine.CurrencyRates;
import futures.engine.Market;
import futures.kit.http.Problem;
import futures.wire.backtest.BacktestOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The account of a run: its currency, and what the contracts' currencies were worth in it. */
final class Account {
    private static final String FIELD = "account_currency";
    private static final int PLACES = 8;
    /** Longer than any stretch of holidays. */
    private static final int STALE_DAYS = 10;

    private final String currency;
    private final Map<String, CurrencyRates> rates = new TreeMap<>();
    private final List<String> warnings = new ArrayList<>();

    private Account(String currency) {
        this.currency = currency;
    }

    /** @throws Problem 422 when the currency is not clear, or rates are missing */
    static Account of(BacktestOrder order, List<Market> markets, MarketSource source) {
        Set<String> currencies = new TreeSet<>();
        markets.forEach(market -> currencies.add(market.contract().currency()));
        if (order.accountCurrency() == null && currencies.size() > 1) {
            throw Problem.unprocessable("The contracts of the run are in " + String.join(" and ", currencies)
                            + "; say by 'account_currency' which of them, or which other, the account is in.")
                    .field(FIELD, null, "missing");
        }
        Account account = new Account(
                order.accountCurrency() == null ? currencies.iterator().next() : order.accountCurrency());
        for (String one : currencies) {
            if (!one.equals(account.currency)) {
                account.fetch(one, markets, source);
            }
        }
        return account;
    }

    String currency() {
        return currency;
    }

    /** By currency of contracts that are not in the account's. */
    Map<String, CurrencyRates> rates() {
        return rates;
    }

    CurrencyRates ratesOf(Market market) {
        return rates.getOrDefault(market.contract().currency(), CurrencyRates.SAME);
    }

    List<String> warnings() {
        return warnings;
    }

    private void fetch(String from, List<Market> markets, MarketSource source) {
        RateTable direct = source.rates(from + currency).orElse(null);
        RateTable found =
                direct != null ? direct : source.rates(currency + from).orElse(null);
        if (found == null) {
            throw missing(
                    "The account is in " + currency + " and "
                            + symbols(from, markets) + " in " + from + ", and the data service has no rates of "
                            + from + currency + " or " + currency + from + ". Store some with PUT /api/rates/"
                            + currency + from + " there, or leave 'account_currency' out.",
                    "no rates of " + from + currency);
        }
        LocalDate first = tradingDay(from, markets, true);
        if (!found.byDay().firstKey().isBefore(first)) {
            throw missing(
                    "The rates of " + found.pair() + " begin on "
                            + found.byDay().firstKey()
                            + ", and the run begins on trading day " + first
                            + ", which uses the rate of a day before it. Store earlier ones with PUT /api/rates/"
                            + found.pair() + ", or begin later by 'start_date'.",
                    "no rate before " + first);
        }
        LocalDate last = tradingDay(from, markets, false);
        LocalDate newest = found.byDay().lowerKey(last);
        if (ChronoUnit.DAYS.between(newest, last) > STALE_DAYS) {
            warnings.add("The rates of " + found.pair() + " that the run uses end on " + newest
                    + "; all days up to " + last + " were converted at that one. PUT /api/rates/" + found.pair()
                    + " stores newer ones.");
        }
        try {
            rates.put(from, CurrencyRates.of(direct != null ? direct.byDay() : inverse(found)));
        } catch (IllegalArgumentException e) {
            throw missing("The rates of " + found.pair() + " cannot be used: " + e.getMessage() + ".", e.getMessage());
        }
    }

    private static String symbols(String currency, List<Market> markets) {
        return String.join(
                " and ",
                markets.stream()
                        .filter(market -> market.contract().currency().equals(currency))
                        .map(market -> market.bars().symbol())
                        .sorted()
                        .toList());
    }

    private static LocalDate tradingDay(String currency, List<Market> markets, boolean first) {
        LocalDate found = null;
        for (Market market : markets) {
            if (market.contract().currency().equals(currency)) {
                long time = market.bars().openTime(first ? 0 : market.bars().size() - 1);
                LocalDate day = market.contract().calendar().tradingDay(time);
                found = found == null || (first ? day.isBefore(found) : day.isAfter(found)) ? day : found;
            }
        }
        return found;
    }

    private static Map<LocalDate, BigDecimal> inverse(RateTable table) {
        Map<LocalDate, BigDecimal> turned = new TreeMap<>();
        table.byDay()
                .forEach((day, rate) -> turned.put(day, BigDecimal.ONE.divide(rate, PLACES, RoundingMode.HALF_EVEN)));
        return turned;
    }

    private static Problem missing(String detail, String message) {
        return Problem.unprocessable(detail).field(FIELD, null, message);
    }
}

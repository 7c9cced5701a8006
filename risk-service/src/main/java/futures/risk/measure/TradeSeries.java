package futures.risk.measure;

import futures.analytics.account.AccountSeries;
import futures.analytics.performance.Excursion;
import futures.analytics.performance.TradeColumns;
import futures.model.Side;
import futures.model.TradingCalendar;
import futures.wire.risk.GivenSeries;
import futures.wire.risk.GivenTrade;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Round trips, and the days that they make when it is known on which each was closed. */
final class TradeSeries {
    private static final double MILLIONTHS = 1e6;
    private static final double LARGEST = 1e9;

    private TradeSeries() {}

    static MeasuredSeries of(GivenSeries given, double capital, double perYear) {
        List<GivenTrade> trades = given.trades();
        if (given.dates() != null || given.returnsAre() != null) {
            throw Given.wrong(
                    given.dates() != null ? "dates" : "returns_are",
                    null,
                    "does not go with trades: they have exit_date");
        }
        if (trades.size() > Given.MOST) {
            throw Given.wrong("trades", trades.size(), "must be at most " + Given.MOST);
        }
        TradeColumns columns = new TradeColumns();
        List<Excursion> excursions = new ArrayList<>();
        List<LocalDate> exits = new ArrayList<>();
        double[] nets = new double[trades.size()];
        for (int i = 0; i < nets.length; i++) {
            GivenTrade trade = trades.get(i);
            String at = "trades[" + i + "]";
            if (trade == null) {
                throw Given.wrong(at, null, "must be an object");
            }
            nets[i] = money(at + ".net", trade.net());
            add(columns, at, trade, nets[i]);
            if (trade.mae() != null) {
                excursions.add(excursion(at, trade));
            }
            if (trade.exitDate() != null) {
                exits.add(trade.exitDate());
            }
        }
        all("exit_date", exits.size(), nets.length);
        all("mae", excursions.size(), nets.length);
        boolean dated = !exits.isEmpty();
        return dated
                ? ofExits(columns, excursions.isEmpty() ? null : excursions, nets, exits, capital, perYear)
                : new MeasuredSeries(
                        "trades",
                        null,
                        null,
                        false,
                        null,
                        columns,
                        excursions.isEmpty() ? null : excursions,
                        capital,
                        perYear,
                        List.of(
                                "Without exit_date the round trips say nothing about days: account and returns are left out."));
    }

    private static void add(TradeColumns columns, String at, GivenTrade trade, double net) {
        columns.add(
                Side.valueOf(Given.choice(at + ".side", trade.side(), "LONG", "LONG", "SHORT")),
                Math.round(net * MILLIONTHS),
                Math.round((trade.gross() == null ? net : money(at + ".gross", trade.gross())) * MILLIONTHS),
                Given.within(at + ".bars_held", trade.barsHeld(), 0, 0, Integer.MAX_VALUE),
                trade.rMultiple() == null
                        ? Double.NaN
                        : Given.within(at + ".r_multiple", trade.rMultiple(), 0, -LARGEST, LARGEST),
                false);
    }

    private static Excursion excursion(String at, GivenTrade trade) {
        if (trade.mfe() == null || trade.ticks() == null || trade.maeTicks() == null || trade.mfeTicks() == null) {
            throw Given.wrong(at, null, "must have mae, mfe, ticks, mae_ticks and mfe_ticks, or none of them");
        }
        return new Excursion(
                money(at + ".mae", trade.mae()),
                money(at + ".mfe", trade.mfe()),
                trade.ticks(),
                trade.maeTicks(),
                trade.mfeTicks());
    }

    private static double money(String field, Double value) {
        if (value == null) {
            throw Given.wrong(field, null, "must be a number");
        }
        return Given.within(field, value, 0, -LARGEST, LARGEST);
    }

    private static void all(String field, int having, int count) {
        if (having != 0 && having != count) {
            throw Given.wrong("trades", having + " of " + count, "must all have " + field + ", or none of them");
        }
    }

    /** The days of the round trips' exits. */
    private static MeasuredSeries ofExits(
            TradeColumns columns,
            List<Excursion> excursions,
            double[] nets,
            List<LocalDate> exits,
            double capital,
            double perYear) {
        TreeMap<LocalDate, Double> profits = new TreeMap<>();
        for (int i = 0; i < nets.length; i++) {
            profits.merge(exits.get(i), nets[i], Double::sum);
        }
        return ofDays("trades", null, columns, excursions, profits, capital, perYear, List.of());
    }

    /** Trading days of the exchange from the first one to the last; those without a profit are in between. */
    static MeasuredSeries ofDays(
            String kind,
            String id,
            TradeColumns columns,
            List<Excursion> excursions,
            NavigableMap<LocalDate, Double> profits,
            double capital,
            double perYear,
            List<String> notes) {
        if (!profits.isEmpty()) {
            for (LocalDate day = profits.firstKey(); day.isBefore(profits.lastKey()); day = day.plusDays(1)) {
                if (TradingCalendar.CME_EQUITY.isTradingDay(day)) {
                    profits.putIfAbsent(day, 0.0);
                }
            }
        }
        double[] equity = new double[profits.size() + 1];
        equity[0] = capital;
        int i = 0;
        for (double profit : profits.values()) {
            equity[i + 1] = equity[i] + profit;
            i++;
        }
        return new MeasuredSeries(
                kind,
                id,
                AccountSeries.ofEquity(equity),
                false,
                List.copyOf(profits.keySet()),
                columns,
                excursions,
                capital,
                perYear,
                notes);
    }
}

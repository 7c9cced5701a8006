package futures.backtest.run;

import futures.engine.BacktestResult;
import futures.engine.EquityCurve;
import futures.engine.OrderLife;
import futures.model.RoundTrip;
import futures.wire.backtest.DayRow;
import futures.wire.backtest.Equity;
import futures.wire.backtest.EquityPoint;
import futures.wire.backtest.OrderRow;
import futures.wire.backtest.TradeRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** Turns the long parts of a result into rows of the wire. */
final class Rows {
    private Rows() {}

    static List<TradeRow> trades(BacktestResult result) {
        return result.trips().stream().map(Rows::trade).toList();
    }

    private static TradeRow trade(RoundTrip trip) {
        return new TradeRow(
                trip.number(),
                trip.symbol(),
                trip.side().name(),
                trip.contracts(),
                Instant.ofEpochMilli(trip.entryTime()),
                Figures.price(trip.entryPrice()),
                trip.entryRule().sentence(),
                Instant.ofEpochMilli(trip.exitTime()),
                Figures.price(trip.exitPrice()),
                trip.exitRule().sentence(),
                trip.exitReason().name().toLowerCase(Locale.ROOT),
                trip.ticks(),
                Figures.money(trip.gross()),
                Figures.money(trip.costs()),
                Figures.money(trip.net()),
                Figures.money(trip.mae()),
                Figures.money(trip.mfe()),
                trip.maeTicks(),
                trip.mfeTicks(),
                trip.riskMultiple(),
                trip.barsHeld(),
                trip.ambiguous());
    }

    static List<OrderRow> orders(BacktestResult result) {
        return result.orders().stream().map(Rows::order).toList();
    }

    private static OrderRow order(OrderLife order) {
        return new OrderRow(
                order.id(),
                order.entryOrder(),
                order.role().name().toLowerCase(Locale.ROOT),
                order.side().name(),
                order.type().name().toLowerCase(Locale.ROOT),
                order.contracts(),
                Double.isNaN(order.price()) ? null : Figures.price(order.price()),
                order.reduceOnly(),
                order.tag(),
                Instant.ofEpochMilli(order.sentTime()),
                order.status().name().toLowerCase(Locale.ROOT),
                order.doneTime() == null ? null : Instant.ofEpochMilli(order.doneTime()),
                order.reason(),
                order.filled(),
                order.fillPrice() == null ? null : Figures.price(order.fillPrice()),
                order.rule() == null ? null : order.rule().sentence(),
                order.slippageTicks());
    }

    static List<DayRow> days(BacktestResult result) {
        return result.days().stream()
                .map(day -> new DayRow(day.day(), Figures.money(day.profit()), Figures.money(day.equity())))
                .toList();
    }

    /**
     * The equity curve with at most about that many points. Each stretch of bars gives its lowest, its highest and its
     * last point, so that no peak and no drawdown is lost.
     */
    static Equity equity(BacktestResult result, int mostPoints) {
        EquityCurve curve = result.equity();
        double[] falls = curve.drawdown();
        int stretch = Math.max(1, (int) Math.ceil(3.0 * curve.size() / mostPoints));
        List<EquityPoint> points = new ArrayList<>();
        for (int from = 0; from < curve.size(); from += stretch == 1 ? 1 : stretch) {
            int to = Math.min(curve.size(), from + stretch);
            int lowest = from;
            int highest = from;
            for (int i = from; i < to; i++) {
                lowest = curve.equity(i) < curve.equity(lowest) ? i : lowest;
                highest = curve.equity(i) > curve.equity(highest) ? i : highest;
            }
            for (int i : new TreeSet<>(List.of(lowest, highest, to - 1))) {
                points.add(new EquityPoint(
                        Instant.ofEpochMilli(curve.time(i)), Figures.money(curve.equity(i)), Figures.money(falls[i])));
            }
        }
        return new Equity(Figures.money(curve.initialCash()), curve.size(), points);
    }
}

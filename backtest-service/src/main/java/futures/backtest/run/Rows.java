package futures.backtest.run;

import futures.engine.DailyResult;
import futures.engine.LogLine;
import futures.engine.OrderLife;
import futures.model.Fill;
import futures.model.FillRule;
import futures.model.RoundTrip;
import futures.wire.backtest.DayRow;
import futures.wire.backtest.FillRow;
import futures.wire.backtest.LogRow;
import futures.wire.backtest.OrderRow;
import futures.wire.backtest.TradeRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;

/** Turns what happened in a run into rows of the wire. The strategy is null in a run of one. */
final class Rows {
    private Rows() {}

    static TradeRow trade(RoundTrip trip, String strategy) {
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
                word(trip.exitReason()),
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
                trip.ambiguous(),
                trip.entryOrder(),
                trip.exitOrder(),
                word(trip.entryRule()),
                word(trip.exitRule()),
                strategy);
    }

    static OrderRow order(OrderLife order, String symbol, String strategy) {
        FillRule rule = order.rule();
        return new OrderRow(
                order.id(),
                symbol,
                order.entryOrder(),
                word(order.role()),
                order.side().name(),
                word(order.type()),
                order.contracts(),
                price(order.price()),
                price(order.limitPrice()),
                word(order.lasting()),
                order.reduceOnly(),
                order.tag(),
                Instant.ofEpochMilli(order.sentTime()),
                word(order.status()),
                order.doneTime() == null ? null : Instant.ofEpochMilli(order.doneTime()),
                order.reason(),
                order.filled(),
                order.fillPrice() == null ? null : Figures.price(order.fillPrice()),
                rule == null ? null : rule.sentence(),
                rule == null ? null : word(rule),
                order.slippageTicks(),
                strategy);
    }

    static FillRow fill(Fill fill, String strategy) {
        return new FillRow(
                fill.symbol(),
                fill.orderId(),
                Instant.ofEpochMilli(fill.time()),
                fill.side().name(),
                fill.contracts(),
                Figures.price(fill.price()),
                fill.slippageTicks(),
                fill.rule().sentence(),
                word(fill.rule()),
                fill.ambiguous(),
                strategy);
    }

    static DayRow day(DailyResult day, String strategy) {
        return new DayRow(day.day(), Figures.money(day.profit()), Figures.money(day.equity()), strategy);
    }

    static LogRow log(LogLine line, String strategy) {
        Long time = line.time();
        return new LogRow(line.number(), time == null ? null : Instant.ofEpochMilli(time), line.text(), strategy);
    }

    private static BigDecimal price(double price) {
        return Double.isNaN(price) ? null : Figures.price(price);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}

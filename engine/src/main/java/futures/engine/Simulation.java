package futures.engine;

import futures.model.BarSeries;
import futures.strategy.Strategy;
import java.util.List;

/** One strategy in one market, bar by bar: what fills, then what it is worth, then what the strategy makes of it. */
final class Simulation {
    private static final int BARS_BETWEEN_REPORTS = 8192;

    private final BacktestRequest request;
    private final Market market;
    private final MarketCursor cursor;
    private final Funds funds;
    private final Desk desk;
    private final StrategySeat seat;

    Simulation(BacktestRequest request, Strategy strategy) {
        this.request = request;
        this.market = request.market();
        this.cursor = new MarketCursor(market);
        this.funds = new Funds(Money.of(request.initialCash(), "the initial cash"));
        this.desk = new Desk(cursor, request.costs(), request.fills(), request.rates(), funds);
        MarketCursors markets = new MarketCursors(List.of(cursor));
        this.seat = new StrategySeat(strategy, desk, markets, any -> desk, funds, request.fills(), request.seed());
    }

    BacktestResult run(RunManifest manifest) {
        seat.start();
        BarSeries bars = market.bars();
        int size = bars.size();
        long[] equity = new long[size];
        int barsInMarket = 0;
        for (int from = 0; from < size; from += BARS_BETWEEN_REPORTS) {
            report(from, size);
            barsInMarket += stretch(from, Math.min(size, from + BARS_BETWEEN_REPORTS), equity);
        }
        report(size, size);
        desk.book.end();
        EquityCurve curve = new EquityCurve(bars::closeTime, funds.initial(), equity);
        return new BacktestResult(
                request, manifest, desk.ledger, curve, DailyResult.of(market.days(), curve), barsInMarket);
    }

    private int stretch(int from, int to, long[] equity) {
        TickColumns ticks = market.ticks();
        Account account = desk.ledger.account;
        boolean held = !funds.unlimited();
        int barsInMarket = 0;
        for (int i = from; i < to; i++) {
            desk.bar(i);
            cursor.at = i;
            equity[i] = funds.initial() + account.worth(ticks.close(i));
            if (account.position != 0) {
                barsInMarket++;
                if (held) {
                    funds.call(equity[i], cursor.closeTime());
                }
            }
            seat.call();
            if (desk.fillsAtSameClose(i)) {
                equity[i] = funds.initial() + account.worth(ticks.close(i));
            }
        }
        return barsInMarket;
    }

    private void report(int done, int total) {
        if (!request.progress().report(done, total)) {
            throw new BacktestCancelled(done, total);
        }
    }
}

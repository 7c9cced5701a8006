package futures.engine;

import futures.analytics.performance.TradeColumns;
import futures.model.BarSeries;
import futures.strategy.Strategy;
import java.util.List;

/** One strategy in one market, bar by bar: what fills, then what it is worth, then what the strategy makes of it. */
final class Simulation {
    /** Bars of a stretch; between two of them progress is reported. */
    static final int STRETCH = 8192;

    private final BacktestRequest request;
    private final Market market;
    private final TickColumns ticks;
    private final MarketCursor cursor;
    private final Funds funds;
    private final Desk desk;
    private final StrategySeat seat;
    /** Whether equity can fall below a maintenance margin. */
    private final boolean held;
    /** Whether the contract's currency is another one than the account's. */
    private final boolean converts;
    /** Whether the account has limits that have to see every bar. */
    private final boolean limited;

    private Marks marks;
    private int barsInMarket;
    private boolean doubted;

    Simulation(BacktestRequest request, Strategy strategy) {
        this(request, strategy, null);
    }

    /** @param figures takes round trips of a run of which nobody will ask for orders, fills or trips; else null */
    Simulation(BacktestRequest request, Strategy strategy, TradeColumns figures) {
        this.request = request;
        this.market = request.market();
        this.ticks = market.ticks();
        this.cursor = new MarketCursor(market);
        this.funds = new Funds(Money.of(request.initialCash(), "the initial cash"), request.limits());
        this.limited = funds.limited();
        this.desk = new Desk(cursor, request.costs(), request.fills(), request.rates(), funds, figures);
        this.held = !funds.unlimited();
        this.converts = desk.ledger.account.converts();
        MarketCursors markets = new MarketCursors(List.of(cursor));
        this.seat = new StrategySeat(strategy, desk, markets, any -> desk, funds, request.fills(), request.seed());
    }

    BacktestResult run(RunManifest manifest) {
        EquityColumn equity = new EquityColumn(ticks);
        BarSeries bars = market.bars();
        begin(equity);
        for (int from = 0; from < bars.size(); from += STRETCH) {
            report(from, bars.size());
            advance(from, Math.min(bars.size(), from + STRETCH));
        }
        report(bars.size(), bars.size());
        desk.everyOrder().end();
        EquityCurve curve = new EquityCurve(bars::closeTime, funds.initial(), equity.values());
        return new BacktestResult(
                request, manifest, desk.ledger, curve, DailyResult.of(market.days(), curve), barsInMarket, seat.log());
    }

    /** Before it begins: the strategy is called at this bar at the earliest. */
    void callFrom(int bar) {
        seat.callFrom(bar);
    }

    void begin(Marks to) {
        marks = to;
        seat.start();
    }

    /** Runs over the bars of a range, which begins where the one before ended. */
    void advance(int from, int to) {
        if (seat.sleeps()) {
            leap(from, to);
        } else {
            walk(from, to);
        }
    }

    Ledger ledger() {
        return desk.ledger;
    }

    Funds funds() {
        return funds;
    }

    /** At whose close a position was held. */
    int barsInMarket() {
        return barsInMarket;
    }

    private void walk(int from, int to) {
        boolean sameClose = desk.sameClose;
        for (int bar = from; bar < to; bar++) {
            bar(bar);
            seat.call();
            if (sameClose) {
                sameClose(bar);
            }
        }
    }

    /** From one event to the next: a bar at which the strategy is called, or in which something may fill. */
    private void leap(int from, int to) {
        int bar = from;
        while (bar < to) {
            int call = seat.nextCall(bar);
            bar = quiet(bar, Math.min(call, to));
            if (bar == to) {
                return;
            }
            bar(bar);
            if (bar == call) {
                seat.call();
                sameClose(bar);
            } else {
                seat.listen();
            }
            bar++;
        }
    }

    private void bar(int bar) {
        if (limited) {
            funds.enter(market.days().day(market.days().indexOf(bar)));
        }
        desk.bar(bar);
        cursor.at = bar;
        Account account = desk.ledger.account;
        long equity = funds.initial() + account.worth(ticks.close(bar));
        mark(bar, equity);
        if (account.position != 0) {
            barsInMarket++;
            if (held && (converts || equity < floor(account))) {
                funds.call(equity, cursor.closeTime());
            }
        }
    }

    private void mark(int bar, long equity) {
        marks.mark(bar, equity);
        if (limited) {
            funds.mark(equity);
        }
    }

    private void sameClose(int bar) {
        boolean before = desk.ledger.account.position != 0;
        if (desk.fillsAtSameClose(bar)) {
            Account account = desk.ledger.account;
            mark(bar, funds.initial() + account.worth(ticks.close(bar)));
            barsInMarket += (account.position == 0 ? 0 : 1) - (before ? 1 : 0);
            seat.listen();
        }
    }

    /** Goes over the bars of a range in which nothing can happen; gives the first in which something may. */
    private int quiet(int from, int to) {
        if (limited) {
            return from;
        }
        Account account = desk.ledger.account;
        int end = Math.min(to, desk.due());
        if (end <= from || converts) {
            return from;
        }
        end = desk.book.firstReached(from, end, ticks);
        if (account.position == 0) {
            marks.flat(from, end, funds.initial() + account.cash);
        } else {
            long base = funds.initial() + account.worth(0);
            end = marks.hold(from, end, base, account.position * account.tickValue, floor(account));
            barsInMarket += end - from;
        }
        cursor.at = end - 1;
        return end;
    }

    /** Equity at or above which nothing is liquidated, whatever the day; in the contract's currency. */
    private long floor(Account account) {
        return held ? Math.abs(account.position) * desk.margins.mostToHold() : Long.MIN_VALUE;
    }

    private void report(int done, int total) {
        if (!request.progress().report(done, total)) {
            throw new BacktestCancelled(done, total);
        }
        if (!doubted && desk.ledger.ambiguousBars() > 0) {
            doubted = true;
            request.progress().doubted();
        }
    }
}

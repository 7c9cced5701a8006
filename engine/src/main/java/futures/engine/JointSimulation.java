package futures.engine;

import futures.model.TradingDays;
import futures.strategy.Strategy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Several strategies in several markets, moment by moment: of the bars that close together first all fill, then all are
 * marked, then the strategies are called. Markets go by symbol and strategies by name, so that the order in which they were
 * named changes nothing.
 */
final class JointSimulation {
    private static final int MOMENTS_BETWEEN_REPORTS = 8192;

    /** A market with the desks in it, by the names of their strategies. */
    private static final class Floor {
        final MarketCursor cursor;
        final List<Desk> desks = new ArrayList<>();
        final List<String> names = new ArrayList<>();

        Floor(Market market) {
            this.cursor = new MarketCursor(market);
        }

        long nextClose() {
            int next = cursor.at + 1;
            return next < cursor.market.bars().size() ? cursor.market.bars().closeTime(next) : Long.MAX_VALUE;
        }

        void add(String name, Desk desk) {
            int place = 0;
            while (place < names.size() && names.get(place).compareTo(name) < 0) {
                place++;
            }
            names.add(place, name);
            desks.add(place, desk);
        }
    }

    private final JointRequest request;
    private final Funds funds;
    private final List<Floor> floors = new ArrayList<>();
    private final List<Assignment> assignments;
    private final List<StrategySeat> seats = new ArrayList<>();
    private final List<List<DailyResult>> daysBySeat = new ArrayList<>();
    private final List<DailyResult> days = new ArrayList<>();
    private long[] times = new long[1024];
    private long[] equity = new long[1024];
    private int moments;
    private boolean doubted;
    private int momentsInMarket;
    private LocalDate day;

    JointSimulation(JointRequest request) {
        this.request = request;
        this.funds = new Funds(Money.of(request.initialCash(), "the initial cash"), request.limits());
        for (Market market : request.markets()) {
            floors.add(new Floor(market));
        }
        floors.sort(Comparator.comparing(floor -> floor.cursor.market.bars().symbol()));
        this.assignments = request.assignments().stream()
                .sorted(Comparator.comparing(Assignment::name))
                .toList();
        MarketCursors markets =
                new MarketCursors(floors.stream().map(floor -> floor.cursor).toList());
        for (Assignment assignment : assignments) {
            Strategy strategy = JointBacktest.strategy(assignment);
            Desk home = open(assignment.name(), markets.of(assignment.symbol()));
            seats.add(new StrategySeat(
                    strategy,
                    home,
                    markets,
                    cursor -> open(assignment.name(), cursor),
                    funds,
                    request.fills(),
                    request.seed()));
            daysBySeat.add(new ArrayList<>());
        }
    }

    private Desk open(String name, MarketCursor cursor) {
        Market market = cursor.market;
        Desk desk = new Desk(cursor, request.costsOf(market), request.fills(), request.ratesOf(market), funds, null);
        floors.stream()
                .filter(floor -> floor.cursor == cursor)
                .findFirst()
                .orElseThrow()
                .add(name, desk);
        return desk;
    }

    JointResult run() {
        seats.forEach(StrategySeat::start);
        int total = floors.stream()
                .mapToInt(floor -> floor.cursor.market.bars().size())
                .max()
                .orElseThrow();
        for (long now = next(); now != Long.MAX_VALUE; now = next()) {
            if (moments % MOMENTS_BETWEEN_REPORTS == 0) {
                report(Math.min(moments, total), total);
            }
            moment(now);
        }
        endDay();
        report(total, total);
        seats.forEach(seat -> seat.desks().forEach(desk -> desk.everyOrder().end()));
        long[] at = Arrays.copyOf(times, moments);
        EquityCurve curve = new EquityCurve(i -> at[i], funds.initial(), Arrays.copyOf(equity, moments));
        return JointResult.of(request, assignments, seats, daysBySeat, days, curve, momentsInMarket);
    }

    private long next() {
        long next = Long.MAX_VALUE;
        for (int i = 0; i < floors.size(); i++) {
            next = Math.min(next, floors.get(i).nextClose());
        }
        return next;
    }

    private void moment(long now) {
        LocalDate today = day;
        for (int i = 0; i < floors.size(); i++) {
            Floor floor = floors.get(i);
            if (floor.nextClose() == now) {
                int bar = floor.cursor.at + 1;
                LocalDate its = dayOf(floor.cursor.market, bar);
                today = today == null || its.isAfter(today) ? its : today;
            }
        }
        if (!today.equals(day)) {
            endDay();
            day = today;
            if (funds.limited()) {
                funds.enter(day);
            }
        }
        for (int i = 0; i < floors.size(); i++) {
            Floor floor = floors.get(i);
            if (floor.nextClose() == now) {
                for (int d = 0; d < floor.desks.size(); d++) {
                    floor.desks.get(d).bar(floor.cursor.at + 1);
                }
            }
        }
        for (int i = 0; i < floors.size(); i++) {
            if (floors.get(i).nextClose() == now) {
                floors.get(i).cursor.at++;
            }
        }
        long worth = funds.equity();
        if (!funds.unlimited()) {
            funds.call(worth, now);
        }
        callStrategies(now);
        record(now, request.fills().timing() == FillTiming.SAME_CLOSE ? fillAtSameClose(now) : worth);
        if (funds.limited()) {
            funds.mark(equity[moments - 1]);
        }
        momentsInMarket += funds.inMarket() ? 1 : 0;
    }

    private LocalDate dayOf(Market market, int bar) {
        TradingDays all = market.days();
        return all.day(all.indexOf(bar));
    }

    private void callStrategies(long now) {
        for (int i = 0; i < seats.size(); i++) {
            MarketCursor home = seats.get(i).home();
            if (home.at >= 0 && home.closeTime() == now) {
                StrategySeat seat = seats.get(i);
                if (seat.nextCall(home.at) == home.at) {
                    seat.call();
                } else {
                    seat.listen();
                }
            }
        }
    }

    private long fillAtSameClose(long now) {
        for (int i = 0; i < floors.size(); i++) {
            Floor floor = floors.get(i);
            if (floor.cursor.at >= 0 && floor.cursor.closeTime() == now) {
                for (int d = 0; d < floor.desks.size(); d++) {
                    floor.desks.get(d).fillsAtSameClose(floor.cursor.at);
                }
            }
        }
        seats.forEach(StrategySeat::listen);
        return funds.equity();
    }

    private void record(long now, long worth) {
        if (moments == times.length) {
            times = Arrays.copyOf(times, moments * 2);
            equity = Arrays.copyOf(equity, moments * 2);
        }
        times[moments] = now;
        equity[moments] = worth;
        moments++;
    }

    private void endDay() {
        if (day == null) {
            return;
        }
        add(days, funds.equity());
        for (int i = 0; i < seats.size(); i++) {
            long worth = funds.initial();
            for (Desk desk : seats.get(i).desks()) {
                worth += desk.worth();
            }
            add(daysBySeat.get(i), worth);
        }
    }

    private void add(List<DailyResult> results, long worth) {
        double before = results.isEmpty()
                ? Money.toDouble(funds.initial())
                : results.get(results.size() - 1).equity();
        double after = Money.toDouble(worth);
        // amounts have six places: the nearest of them takes back what the subtraction of two doubles adds
        results.add(new DailyResult(day, Math.rint((after - before) * 1e6) / 1e6, after));
    }

    private void report(int done, int total) {
        if (!request.progress().report(done, total)) {
            throw new BacktestCancelled(done, total);
        }
        if (!doubted && seats.stream().anyMatch(JointSimulation::inDoubt)) {
            doubted = true;
            request.progress().doubted();
        }
    }

    private static boolean inDoubt(StrategySeat seat) {
        return seat.desks().stream().anyMatch(desk -> desk.ledger.ambiguousBars() > 0);
    }
}

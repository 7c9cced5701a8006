package futures.risk.pretrade;

import futures.analytics.limit.Exposure;
import futures.risk.alert.LossWalk;
import futures.risk.alert.Standings;
import futures.risk.limit.ScopedLimit;
import futures.risk.subject.Position;
import futures.risk.subject.Slice;
import futures.risk.subject.Subject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A portfolio as it is now: its days as they are kept, its equity and positions as they were just fetched. */
record StoredAccount(Subject course, BigDecimal equity, List<Position> positions, LocalDate today)
        implements AccountView {

    @Override
    public List<Position> heldBy(String strategy, PlannedOrder order) {
        return order.afterOf(positions.stream()
                .map(one -> one.of(strategy))
                .flatMap(Optional::stream)
                .toList());
    }

    @Override
    public Exposure results(ScopedLimit limit) {
        Slice slice = Standings.slice(course, limit);
        if (slice == null) {
            // Nothing was traded there: nothing is won or lost.
            return Exposure.ofResults(
                    course.initialCash(), course.initialCash(), course.initialCash(), course.initialCash());
        }
        Exposure state = LossWalk.state(course.initialCash(), slice, today);
        return !slice.scope().equals(Slice.ACCOUNT)
                ? state
                : Exposure.ofResults(
                        equity,
                        state.dayStart(),
                        state.weekStart(),
                        state.peak().max(equity));
    }

    /** As long as nothing else is held, there is nothing to go along with. */
    @Override
    public BigDecimal correlation(ScopedLimit limit) {
        Slice slice = Standings.slice(course, limit);
        return slice == null || positions.isEmpty() ? null : slice.correlation();
    }
}

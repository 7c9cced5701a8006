package futures.risk.pretrade;

import futures.analytics.limit.Exposure;
import futures.risk.limit.Scope;
import futures.risk.limit.ScopedLimit;
import futures.risk.subject.Position;
import java.math.BigDecimal;
import java.util.List;

/** The account that an order is for. */
interface AccountView {
    /** Null when it is not known. */
    BigDecimal equity();

    List<Position> positions();

    /** What a strategy holds when an order of its own has been carried out. */
    List<Position> heldBy(String strategy, PlannedOrder order);

    /** Results that a limit is about; what is not known of them is null. */
    Exposure results(ScopedLimit limit);

    /** Highest correlation with what else is held; null when it is not known or nothing is. */
    BigDecimal correlation(ScopedLimit limit);

    /** Of figures that somebody gives: they are the account's, and say nothing of one strategy or symbol. */
    record Given(Exposure state, List<Position> positions) implements AccountView {
        @Override
        public BigDecimal equity() {
            return state.equity();
        }

        /** Nobody said whose the positions are: it is taken to hold all of them. */
        @Override
        public List<Position> heldBy(String strategy, PlannedOrder order) {
            return order.after(positions);
        }

        @Override
        public Exposure results(ScopedLimit limit) {
            return limit.scope() == Scope.ALL ? state : Exposure.ofResults(null, null, null, null);
        }

        @Override
        public BigDecimal correlation(ScopedLimit limit) {
            return null;
        }
    }
}

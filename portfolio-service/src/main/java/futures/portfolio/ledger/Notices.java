package futures.portfolio.ledger;

import futures.kit.bus.Bus;
import futures.wire.Channels;
import java.math.BigDecimal;
import java.util.Map;

/** Tells others that something was recorded. */
public final class Notices {
    private final Bus bus;

    public Notices(Bus bus) {
        this.bus = bus;
    }

    /** @param trades round trips more than before */
    public void recorded(long portfolio, int trades, BigDecimal cash, String strategy) {
        bus.publish(
                Channels.PORTFOLIO_TRADES,
                "trades_recorded",
                "/api/portfolio/" + portfolio + "/trades",
                Map.of(
                        "portfolio_id", portfolio,
                        "trades_recorded", trades,
                        "cash", cash,
                        "strategy_name", strategy == null ? "" : strategy));
    }

    void reversed(long portfolio, long reversal, BigDecimal cash) {
        bus.publish(
                Channels.PORTFOLIO_TRADES,
                "entry_reversed",
                "/api/portfolio/" + portfolio + "/reversals",
                Map.of("portfolio_id", portfolio, "reversal_id", reversal, "cash", cash));
    }
}

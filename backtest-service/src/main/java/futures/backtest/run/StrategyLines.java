package futures.backtest.run;

import futures.engine.JointManifest.StrategyIdentity;
import futures.engine.JointResult;
import futures.engine.OpenPosition;
import futures.engine.StrategyLedger;
import futures.model.RoundTrip;
import futures.wire.backtest.StrategyLine;
import java.util.ArrayList;
import java.util.List;

/** A line for each strategy of a joint run. */
final class StrategyLines {
    private StrategyLines() {}

    static List<StrategyLine> of(JointResult result) {
        List<StrategyLine> lines = new ArrayList<>();
        for (StrategyIdentity identity : result.manifest().strategies()) {
            lines.add(line(identity, result.strategy(identity.name())));
        }
        return lines;
    }

    private static StrategyLine line(StrategyIdentity identity, StrategyLedger ledger) {
        List<RoundTrip> trips = ledger.trips();
        List<OpenPosition> open = ledger.markets().values().stream()
                .flatMap(market -> market.openPositions().stream())
                .toList();
        return new StrategyLine(
                identity.name(),
                identity.strategyName(),
                identity.symbol(),
                List.copyOf(ledger.markets().keySet()),
                identity.parameters(),
                trips.size(),
                Figures.money(trips.stream().mapToDouble(RoundTrip::net).sum()),
                Figures.money(open.stream()
                        .mapToDouble(position -> position.openGain() - position.costs())
                        .sum()),
                Figures.costs(JointOutcome.costs(List.of(ledger))),
                ledger.markets().values().stream()
                        .mapToInt(StrategyLedger.InMarket::ambiguousBars)
                        .sum(),
                ledger.markets().values().stream()
                        .mapToInt(StrategyLedger.InMarket::liquidations)
                        .sum(),
                JointOutcome.rejected(ledger),
                Figures.wire(ledger.metrics()));
    }
}

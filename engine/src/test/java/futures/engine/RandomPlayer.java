package futures.engine;

import futures.engine.twin.NaiveStrategy;
import futures.model.Fill;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.Feed;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A strategy of a joint run with a brain for each market that it trades, on the engine's side or on its twin's. */
final class RandomPlayer {
    private final Map<String, Brain> brains;
    private int calls;

    RandomPlayer(Map<String, Brain> brains) {
        this.brains = brains;
    }

    Strategy strategy() {
        return new Strategy() {
            private final Map<String, Feed> feeds = new TreeMap<>();
            private final Map<String, List<String>> fills = new TreeMap<>();

            @Override
            public String name() {
                return "Player";
            }

            @Override
            protected void start(Setup setup) {
                brains.keySet().forEach(symbol -> {
                    feeds.put(symbol, setup.feed(symbol));
                    fills.put(symbol, new ArrayList<>());
                });
            }

            @Override
            protected void onFill(Fill fill) {
                fills.get(fill.symbol()).add(Reacting.withoutPrice(FillText.of(fill)));
            }

            @Override
            protected void onBar(Bars bars, Broker broker) {
                brains.forEach((symbol, brain) -> {
                    Bars its = feeds.get(symbol).bars();
                    List<String> news = List.copyOf(fills.get(symbol));
                    fills.get(symbol).clear();
                    brain.act(calls, its.count(), new BrokerHand(its, broker.in(symbol)), news);
                });
                calls++;
            }
        };
    }

    NaiveStrategy naive() {
        return (bar, desk) -> {
            brains.forEach((symbol, brain) -> brain.act(
                    calls,
                    desk.in(symbol).bars(),
                    desk.in(symbol),
                    desk.in(symbol).news().stream().map(Reacting::withoutPrice).toList()));
            calls++;
        };
    }
}

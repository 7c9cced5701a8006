package futures.engine;

import futures.engine.twin.NaiveDesk;
import futures.engine.twin.NaiveStrategy;
import futures.model.Fill;
import futures.model.Timeframe;
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
    private final Map<String, Timeframe> reads;
    private int calls;

    /**
     * @param brains by symbol
     * @param reads  which bars they read, by symbol
     */
    RandomPlayer(Map<String, Brain> brains, Map<String, Timeframe> reads) {
        this.brains = brains;
        this.reads = reads;
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
                    feeds.put(symbol, setup.feed(symbol, reads.get(symbol)));
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
            brains.forEach((symbol, brain) -> {
                NaiveDesk its = desk.in(symbol);
                its.read(
                        reads.get(symbol).equals(Timeframe.MINUTE)
                                ? 0
                                : reads.get(symbol).millis());
                brain.act(
                        calls,
                        its.bars(),
                        its,
                        its.news().stream().map(Reacting::withoutPrice).toList());
            });
            calls++;
        };
    }
}

package futures.javascript;

import futures.model.Exit;
import futures.model.Order;
import futures.model.RoundTrip;
import futures.model.Side;
import futures.model.TickGrid;
import futures.strategy.Bars;
import futures.strategy.Broker;
import futures.strategy.IntParameter;
import futures.strategy.Parameter;
import futures.strategy.Setup;
import futures.strategy.Strategy;
import futures.strategy.SwitchParameter;
import futures.strategy.TextParameter;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A strategy of the TSX Trading Bot. Its signals become market orders with a stop and a target at the prices that it names, one
 * trade at a time as in the live bot. Parameters that are not declared here are the script's own and go into its configuration.
 */
public final class TsxStrategy extends Strategy {
    private static final double MINUTE = 60_000;

    private final IntParameter ticksPerBar =
            integer("ticks_per_bar", 1, 1, 4, 3, "prices fed per bar: 1 (close) or 4 (open, extremes, close)");
    private final TextParameter zone = text("time_zone", "America/Chicago", "the bot's own time zone");
    private final IntParameter mostMinutes =
            integer("max_trade_duration_minutes", 0, 0, 1_000_000, 60, "closes a trade after so long; 0 never");
    private final IntParameter cooldown =
            integer("signal_cooldown_minutes", 0, 0, 1_000_000, 5, "no new trade so soon after a signal; 0 at once");
    private final SwitchParameter sessionEnd =
            onOff("exit_at_session_end", false, "closes the trade at the last close of the trading day");

    private final ScriptSource source;
    private final ScriptRuns runs;
    private Setup setup;
    private int seed;
    private ScriptSession session;
    private Broker broker;
    private Bars bars;
    private int entry;
    private int held;
    private long heldSince;
    private double lastEntry = Double.NEGATIVE_INFINITY;
    private double tripNet;
    private double tripEnd;
    private boolean trips;
    private int signals;
    private int entries;
    private int ignored;

    public TsxStrategy(ScriptSource source, ScriptRuns runs) {
        this.source = source;
        this.runs = runs;
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public String description() {
        return "Strategy of the TSX Trading Bot in JavaScript.";
    }

    /** Identity of all its files. */
    public String hash() {
        return source.hash();
    }

    @Override
    protected Parameter<?> undeclared(String name, Object value) {
        if (value instanceof Boolean on) {
            return onOff(name, on, "of the script");
        }
        if (value instanceof Number number) {
            return decimal(name, number.doubleValue(), -Double.MAX_VALUE, Double.MAX_VALUE, 1, "of the script");
        }
        if (value instanceof String words) {
            return text(name, words, "of the script");
        }
        if (value instanceof Map<?, ?> || value instanceof Iterable<?>) {
            throw new IllegalArgumentException("parameter " + name + " of " + name()
                    + " must be a number, text or true/false; write one that lies deeper as " + name + ".its_name");
        }
        return null;
    }

    @Override
    protected void check() {
        if (ticksPerBar.value() != 1 && ticksPerBar.value() != 4) {
            throw new IllegalArgumentException("parameter ticks_per_bar must be 1 or 4, found " + ticksPerBar.value());
        }
        try {
            ZoneId.of(zone.value());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "parameter time_zone must be a time zone like America/Chicago, found " + zone.value(), e);
        }
    }

    @Override
    protected void start(Setup given) {
        setup = given;
        seed = given.random().nextInt();
        runs.began(this);
    }

    @Override
    protected void onRoundTrip(RoundTrip trip) {
        tripNet += trip.net();
        tripEnd = (double) trip.exitTime();
        trips = true;
    }

    @Override
    protected void onBar(Bars now, Broker to) {
        bars = now;
        broker = to;
        if (session == null) {
            open((double) now.openTime());
        }
        showPosition();
        if (trips && held == 0) {
            trips = false;
            boolean profit = tripNet > 0;
            tripNet = 0;
            session.closed(tripEnd, profit);
        }
        limitDuration();
        BarTicks.of(now, ticksPerBar.value(), session::tick);
    }

    private void open(double now) {
        session = new ScriptSession(source, runs.limits(), this::take);
        ZoneId own = ZoneId.of(zone.value());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("name", source.name());
        facts.put("entry", source.entry());
        facts.put("zone", own.getId());
        facts.put("zones", ZoneTables.of(own, source.files().values()));
        facts.put("seed", seed);
        facts.put("start", now);
        facts.put("consoleLines", runs.limits().logLines());
        facts.put("config", config());
        facts.put("links", source.links());
        facts.put("texts", texts());
        session.open(facts, runs.historyOf(setup.contract().symbol()), now);
    }

    private Map<String, Object> config() {
        Map<String, Object> values = new LinkedHashMap<>(values());
        for (Parameter<?> own : List.of(ticksPerBar, zone, mostMinutes, cooldown, sessionEnd)) {
            values.remove(own.name());
        }
        Map<String, Object> config = ScriptConfig.of(values);
        config.putIfAbsent("instrument", setup.contract().symbol());
        config.putIfAbsent("dollarPerPoint", setup.contract().pointValue());
        return config;
    }

    private Map<String, Object> texts() {
        Map<String, Object> texts = new LinkedHashMap<>();
        source.files().forEach((path, text) -> {
            if (path.endsWith(".json") && !path.contains("/node_modules/")) {
                texts.put(path, text);
            }
        });
        return texts;
    }

    private void showPosition() {
        int position = broker.position();
        if (position != held) {
            if (held == 0) {
                heldSince = bars.openTime();
                if (sessionEnd.value()) {
                    broker.send(Order.onClose(position > 0 ? Side.SHORT : Side.LONG, Math.abs(position))
                            .reducing());
                }
            }
            held = position;
            session.position(position, position == 0 ? 0 : broker.entryPrice());
        }
    }

    private void limitDuration() {
        if (held != 0 && mostMinutes.value() > 0 && bars.closeTime() - heldSince >= mostMinutes.value() * MINUTE) {
            OptionalInt ignoredNumber = broker.close();
            assert ignoredNumber.isPresent();
        }
    }

    private void take(Signal signal) {
        signals++;
        if (bars == null || broker == null) {
            ignored++;
        } else if (signal.way() == Signal.Way.CLOSE) {
            close(signal);
        } else if (broker.position() != 0
                || (entry != 0 && broker.working(entry))
                || bars.openTime() - lastEntry < cooldown.value() * MINUTE) {
            ignored++;
        } else {
            enter(signal);
        }
    }

    private void close(Signal signal) {
        if (entry != 0 && broker.position() == 0) {
            broker.cancel(entry);
        } else if (broker.position() != 0) {
            int all = Math.abs(broker.position());
            int contracts = signal.partial() && signal.size() >= 1 ? (int) Math.min(all, signal.size()) : all;
            broker.send(Order.closing(broker.position() > 0 ? Side.SHORT : Side.LONG, contracts)
                    .tagged(tag(signal)));
        }
    }

    private void enter(Signal signal) {
        Side side = signal.way() == Signal.Way.LONG ? Side.LONG : Side.SHORT;
        int contracts = signal.size() >= 1 ? (int) Math.min(signal.size(), 1_000_000) : 1;
        Order order = Order.market(side, contracts).tagged(tag(signal));
        if (!Double.isNaN(signal.stop())) {
            order = order.withStop(new Exit.At(onGrid(signal.stop(), side == Side.LONG)));
        }
        if (!Double.isNaN(signal.target())) {
            order = order.withTarget(new Exit.At(onGrid(signal.target(), side == Side.SHORT)));
        }
        entry = broker.send(order);
        lastEntry = (double) bars.openTime();
        entries++;
    }

    /** Scripts name prices off the grid; the tick that is worse for the trader is taken: the farther one. */
    private double onGrid(double price, boolean down) {
        TickGrid grid = setup.contract().ticks();
        return grid.price(down ? grid.floor(price) : grid.ceil(price));
    }

    private static String tag(Signal signal) {
        return signal.reason().length() <= 100
                ? signal.reason()
                : signal.reason().substring(0, 100);
    }

    /** Ends its run and frees its memory. */
    ScriptReport end() {
        if (session == null) {
            return new ScriptReport(name(), false, 0, 0, 0, 0, "", 0, "", 0, 0, 0, 0);
        }
        try (ScriptSession ending = session) {
            List<String> facts = ending.report();
            return new ScriptReport(
                    name(),
                    Boolean.parseBoolean(facts.get(0)),
                    signals,
                    entries,
                    ignored,
                    Integer.parseInt(facts.get(3)),
                    facts.get(4),
                    Integer.parseInt(facts.get(1)),
                    ending.console(),
                    Integer.parseInt(facts.get(2)),
                    Integer.parseInt(facts.get(5)),
                    Integer.parseInt(facts.get(6)),
                    Integer.parseInt(facts.get(7)));
        }
    }
}

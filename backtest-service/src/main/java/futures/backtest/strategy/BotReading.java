package futures.backtest.strategy;

import futures.kit.config.YamlLines;
import futures.strategy.Strategy;
import futures.strategy.tsx.TradingWindows;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Collects what the groups of a bot's file come to as parameters of a run. */
final class BotReading {
    /** The live bot's own names for what the host keeps to. */
    private static final Map<String, String> HOST = Map.of(
            "oneTradeAtTime", "one_trade_at_time",
            "maxTradeDurationMinutes", "max_trade_duration_minutes",
            "signalCooldownMinutes", "signal_cooldown_minutes");

    /** The live bot hands these to its strategy under other names. */
    private static final Map<String, String> RENAMED = Map.of(
            "emaFast", "periods.fast", "fastEMA", "periods.fast", "emaSlow", "periods.slow", "slowEMA", "periods.slow");

    private static final Set<String> RISK_NUMBERS = Set.of(
            "dollarRiskPerTrade",
            "dollarPerPoint",
            "maxRiskPoints",
            "riskRewardRatio",
            "maxDailyLoss",
            "maxDailyProfit",
            "maxDailyTrades",
            "maxConsecutiveLosses",
            "maxOpenPositions",
            "maxPositions",
            "maxDailyDrawdown");

    /** Limits of the day; the host keeps to them, and the script may read them. */
    private static final Map<String, String> DAY_LIMITS = Map.of(
            "maxDailyLoss", "max_daily_loss",
            "maxDailyProfit", "max_daily_profit",
            "maxDailyTrades", "max_daily_trades",
            "maxConsecutiveLosses", "max_consecutive_losses");

    private final String file;
    private final StrategyVersion script;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, YamlLines.Entry> places = new HashMap<>();
    private final Map<String, YamlLines.Entry> exits = new LinkedHashMap<>();
    private final BotHours hours;
    private final List<String> sessions = new ArrayList<>();
    private final Set<String> unread = new TreeSet<>();
    private final Set<String> empty = new TreeSet<>();
    private boolean profitLimit = true;
    private final Set<String> unusedExits = new TreeSet<>();
    private final List<String> warnings = new ArrayList<>();

    BotReading(String file, StrategyVersion script) {
        this.file = file;
        this.script = script;
        this.hours = new BotHours(file);
    }

    /** Something that the script may read, and need not. */
    void tell(String name, String value) {
        values.put(name, value);
    }

    Map<String, Object> values() {
        return values;
    }

    List<String> warnings() {
        return warnings;
    }

    /** Of the strategy: {@code emaFast}, {@code indicators.period}, {@code levels[0]}. */
    void parameter(String path, YamlLines.Entry entry) throws BrokenStrategy {
        String name = path.replaceAll("\\[(\\d+)]", ".$1");
        String plain = path.replaceFirst("\\[.*", "");
        String camel = ScriptParameters.camel(plain);
        if (camel.equals("activeSessions") && !StrategySettings.isEmpty(entry)) {
            sessions.add(entry.text());
            places.put("active_sessions", entry);
        }
        if (StrategySettings.isEmpty(entry)) {
            empty.add(plain);
            return;
        }
        String host = HOST.get(camel);
        if (host != null) {
            put(host, StrategySettings.typed(entry), entry);
            return;
        }
        String renamed = RENAMED.get(plain);
        Object standard = script.verdict() == null
                ? null
                : ScriptParameters.standard(script.verdict(), renamed == null ? name : renamed);
        Object value = ScriptSettings.typed(file, entry, plain, standard);
        put(name, value, entry);
        if (renamed != null) {
            put(renamed, value, entry);
        } else if (!ScriptParameters.unheard(script.source(), List.of(name)).isEmpty()) {
            unread.add(plain);
        }
    }

    void risk(String path, YamlLines.Entry entry) throws BrokenStrategy {
        String name = path.replaceAll("\\[(\\d+)]", ".$1");
        if (StrategySettings.isEmpty(entry)) {
            return;
        }
        Object value = StrategySettings.typed(entry);
        if (RISK_NUMBERS.contains(name) && (!(value instanceof BigDecimal number) || number.signum() < 0)) {
            throw StrategySettings.wrong(
                    file, entry, "risk." + name + " is a number of 0 or more, found '" + entry.text() + "'");
        }
        if (name.equals("positionSizing.fixedSize")) {
            put("position_size", value, entry);
        } else if ((name.equals("maxOpenPositions") || name.equals("maxPositions"))
                && ((BigDecimal) value).compareTo(BigDecimal.ONE) > 0) {
            warnings.add(
                    "risk." + name + " above 1 changes nothing: one trade at a time unless oneTradeAtTime is false");
        }
        if (name.equals("maxDailyDrawdown")) {
            warnings.add("risk.maxDailyDrawdown reaches the script, and nothing else keeps to it");
        }
        if (name.equals("dailyProfitLimitEnabled")) {
            profitLimit = !Boolean.FALSE.equals(value);
        }
        if (DAY_LIMITS.containsKey(name)) {
            put(DAY_LIMITS.get(name), value, entry);
        }
        put("risk." + name, value, entry);
    }

    void exit(String path, YamlLines.Entry entry) {
        exits.put(path, entry);
    }

    void hours(String path, YamlLines.Entry entry) throws BrokenStrategy {
        hours.take(path, entry);
    }

    /** Looks at what belongs together, and whether the script takes all of it. */
    void finish() throws BrokenStrategy {
        new BotExits(file, exits).into(this, unusedExits);
        if (!profitLimit) {
            values.remove("max_daily_profit");
        }
        String windows = hours.text();
        if (!windows.isEmpty()) {
            put("trading_hours", windows, hours.first());
        }
        sessions();
        if (!unusedExits.isEmpty()) {
            warnings.add("not used in a backtest: " + String.join(", ", unusedExits));
        }
        if (!empty.isEmpty()) {
            warnings.add("left out, for they are empty: " + String.join(", ", empty));
        }
        if (!unread.isEmpty()) {
            warnings.add("nothing in " + script.name() + " reads " + String.join(", ", unread));
        }
        Strategy instance = script.maker().get();
        for (Map.Entry<String, Object> one : values.entrySet()) {
            try {
                instance.configure(Map.of(one.getKey(), one.getValue()));
            } catch (IllegalArgumentException e) {
                YamlLines.Entry place = places.get(one.getKey());
                throw place == null
                        ? new BrokenStrategy(file, e.getMessage())
                        : StrategySettings.wrong(file, place, e.getMessage());
            }
        }
    }

    private void sessions() {
        boolean known =
                sessions.stream().allMatch(one -> TradingWindows.names().contains(one.toUpperCase(Locale.ROOT)));
        if (!sessions.isEmpty() && known) {
            values.put("active_sessions", String.join(" ", sessions));
        } else if (!sessions.isEmpty()) {
            warnings.add("activeSessions " + String.join(", ", sessions) + " reach the script; the host knows "
                    + String.join(", ", new TreeSet<>(TradingWindows.names())));
        }
    }

    void put(String name, Object value, YamlLines.Entry entry) {
        values.put(name, value);
        places.put(name, entry);
    }

    void putIfAbsent(String name, Object value, YamlLines.Entry entry) {
        if (!values.containsKey(name)) {
            put(name, value, entry);
        }
    }
}

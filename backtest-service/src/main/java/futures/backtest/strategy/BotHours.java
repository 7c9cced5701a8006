package futures.backtest.strategy;

import futures.kit.config.YamlLines;
import futures.strategy.tsx.TradingWindows;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hours of trading in a bot's file: {@code sessions} with start, end, time zone and days, 0 for Sunday. */
final class BotHours {
    private static final Pattern SESSION =
            Pattern.compile("(?:sessions\\[(\\d+)]\\.)?(name|start|end|timezone|days(?:\\[\\d+])?)");
    private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-4]):[0-5]\\d");
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    private final String file;
    private final Map<Integer, Session> sessions = new TreeMap<>();
    private boolean enabled;
    private YamlLines.Entry first;

    BotHours(String file) {
        this.file = file;
    }

    private static final class Session {
        private YamlLines.Entry any;
        private String start;
        private String end;
        private String zone = "";
        private final List<String> days = new ArrayList<>();
    }

    void take(String path, YamlLines.Entry entry) throws BrokenStrategy {
        first = first == null ? entry : first;
        if (path.equals("enabled")) {
            if (!(StrategySettings.typed(entry) instanceof Boolean truth)) {
                throw wrong(entry, "tradingHours.enabled is true or false");
            }
            enabled = truth;
            return;
        }
        Matcher parts = SESSION.matcher(path);
        if (!parts.matches()) {
            if (path.equals("sessions") && StrategySettings.isEmpty(entry)) {
                return;
            }
            throw wrong(
                    entry,
                    "unknown key 'tradingHours." + path
                            + "'; there are enabled and sessions with name, start, end, timezone and days");
        }
        Session session = sessions.computeIfAbsent(
                parts.group(1) == null ? 0 : Integer.parseInt(parts.group(1)), unseen -> new Session());
        session.any = session.any == null ? entry : session.any;
        switch (parts.group(2).replaceFirst("\\[.*", "")) {
            case "start" -> session.start = time(entry);
            case "end" -> session.end = time(entry);
            case "timezone" -> session.zone = zone(entry);
            case "days" -> session.days.add(day(entry));
            default -> {
                // a name is for people
            }
        }
    }

    private String time(YamlLines.Entry entry) throws BrokenStrategy {
        if (!TIME.matcher(entry.text()).matches()) {
            throw wrong(entry, "a time of day like '09:30' belongs here");
        }
        return entry.text();
    }

    private String zone(YamlLines.Entry entry) throws BrokenStrategy {
        try {
            return ZoneId.of(entry.text()).getId();
        } catch (DateTimeException e) {
            throw wrong(entry, "a time zone like America/New_York belongs here");
        }
    }

    private String day(YamlLines.Entry entry) throws BrokenStrategy {
        String text = entry.text().toUpperCase(Locale.ROOT);
        if (text.matches("[0-7]")) {
            return text;
        }
        int day = text.length() < 3 ? -1 : DAYS.indexOf(text.substring(0, 3));
        if (day < 0) {
            throw wrong(entry, "a day from 0 (Sunday) to 6 belongs here");
        }
        return String.valueOf(day);
    }

    private BrokenStrategy wrong(YamlLines.Entry entry, String message) {
        return StrategySettings.wrong(file, entry, message + ", found '" + entry.text() + "'");
    }

    /** Where the hours begin in the file. */
    YamlLines.Entry first() {
        return first;
    }

    /** In the form of the parameter {@code trading_hours}; empty when there is no condition. */
    String text() throws BrokenStrategy {
        List<String> windows = new ArrayList<>();
        for (Session session : sessions.values()) {
            if (session.start == null || session.end == null) {
                throw StrategySettings.wrong(file, session.any, "a session needs start and end");
            }
            String days = session.days.isEmpty() ? "" : " " + String.join(",", session.days);
            String window =
                    session.start + "-" + session.end + (session.zone.isEmpty() ? "" : " " + session.zone) + days;
            try {
                TradingWindows.of("", window, ZoneId.of("UTC"));
            } catch (IllegalArgumentException e) {
                throw StrategySettings.wrong(file, session.any, e.getMessage());
            }
            windows.add(window);
        }
        return enabled ? String.join("; ", windows) : "";
    }
}

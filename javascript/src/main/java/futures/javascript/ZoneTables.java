package futures.javascript;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Offsets from UTC by instant, from the rules of this Java, for the zones that a script names. The V8 that is used knows no
 * zones, and asking the machine for its own would make results depend on it.
 */
final class ZoneTables {
    private static final Instant FROM = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2101-01-01T00:00:00Z");
    private static final Pattern NAME = Pattern.compile("\\b[A-Z][A-Za-z]+(?:/[A-Z][A-Za-z_+-]+)+\\b");
    private static final List<String> SHORT =
            List.of("UTC", "GMT", "EST", "MST", "HST", "EST5EDT", "CST6CDT", "PST8PDT");

    private ZoneTables() {}

    /** Of the bot's own zone, of those whose names stand in the texts, and of the plain ones. */
    static Map<String, Object> of(ZoneId own, Iterable<String> texts) {
        Set<String> known = ZoneId.getAvailableZoneIds();
        Set<String> names = new LinkedHashSet<>(SHORT);
        names.add(own.getId());
        for (String text : texts) {
            Matcher found = NAME.matcher(text);
            while (found.find()) {
                if (known.contains(found.group())) {
                    names.add(found.group());
                }
            }
        }
        Map<String, Object> tables = new LinkedHashMap<>();
        names.forEach(name -> tables.put(name, table(ZoneId.of(name, ZoneId.SHORT_IDS))));
        return tables;
    }

    private static Map<String, Object> table(ZoneId zone) {
        ZoneRules rules = zone.getRules();
        TimeZone names = TimeZone.getTimeZone(zone);
        List<Object> at = new ArrayList<>();
        List<Object> offsets = new ArrayList<>();
        List<Object> shortNames = new ArrayList<>();
        List<Object> longNames = new ArrayList<>();
        Instant instant = FROM;
        while (instant.isBefore(TO)) {
            at.add(instant.toEpochMilli());
            offsets.add(rules.getOffset(instant).getTotalSeconds() * 1000L);
            boolean summer = rules.isDaylightSavings(instant);
            shortNames.add(shortName(zone, names, summer));
            longNames.add(longName(zone, names, summer));
            ZoneOffsetTransition next = rules.nextTransition(instant);
            instant = next == null ? TO : next.getInstant();
        }
        return Map.of("at", at, "offsets", offsets, "short", shortNames, "long", longNames);
    }

    private static String shortName(ZoneId zone, TimeZone names, boolean summer) {
        return zone.getId().equals("GMT") ? "UTC" : names.getDisplayName(summer, TimeZone.SHORT, Locale.US);
    }

    private static String longName(ZoneId zone, TimeZone names, boolean summer) {
        return zone.getId().equals("UTC")
                ? "Coordinated Universal Time"
                : names.getDisplayName(summer, TimeZone.LONG, Locale.US);
    }
}

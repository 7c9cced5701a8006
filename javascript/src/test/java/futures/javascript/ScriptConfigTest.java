package futures.javascript;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where a script finds what is configured. */
class ScriptConfigTest {
    private static Map<String, Object> of(Object... given) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < given.length; i += 2) {
            values.put((String) given[i], given[i + 1]);
        }
        return ScriptConfig.of(values);
    }

    @Test
    void namesStandInBothSpellingsBesideAndInsideParameters() {
        assertEquals(
                Map.of(
                        "fast_period", 5,
                        "fastPeriod", 5,
                        "parameters", Map.of("fast_period", 5, "fastPeriod", 5)),
                of("fast_period", 5));
    }

    @Test
    void dottedNamesMakeGroupsAndStandFlatUnlessTheirNameIsTaken() {
        Map<String, Object> config = of("riskRewardRatio", 3, "risk.dollarRiskPerTrade", 50, "risk.riskRewardRatio", 2);
        assertEquals(Map.of("dollarRiskPerTrade", 50, "riskRewardRatio", 2), config.get("risk"));
        assertEquals(50, config.get("dollarRiskPerTrade"));
        assertEquals(3, config.get("riskRewardRatio"));
    }

    @Test
    void countedNamesAreLists() {
        Map<String, Object> config = of("hours_of_day.0", 9, "hours_of_day.1", 14, "level.5", 1, "deep.days.0", "Mon");
        assertEquals(List.of(9, 14), config.get("hoursOfDay"));
        assertEquals(List.of(9, 14), config.get("hours_of_day"));
        assertEquals(Map.of("5", 1), config.get("level"));
        assertEquals(Map.of("days", List.of("Mon")), config.get("deep"));
    }

    @Test
    void settingsOfTheHostThatBotsKnowAreToldInTheirForms() {
        Map<String, Object> values = new LinkedHashMap<>();
        ScriptConfig.tell("signal_cooldown_minutes", 5, values);
        ScriptConfig.tell("active_sessions", "US_REGULAR, LONDON", values);
        ScriptConfig.tell("one_trade_at_time", false, values);
        ScriptConfig.tell("ticks_per_bar", 4, values);
        Map<String, Object> config = ScriptConfig.of(values);
        assertEquals(300_000L, config.get("signalCooldownMs"));
        assertEquals(5, config.get("signalCooldownMinutes"));
        assertEquals(List.of("US_REGULAR", "LONDON"), config.get("activeSessions"));
        assertEquals(false, config.get("oneTradeAtTime"));
        assertEquals(null, config.get("ticksPerBar"));
    }
}

package futures.risk.prop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.propfirm.TrailBasis;
import futures.kit.config.ConfigException;
import futures.kit.http.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFileTest {
    private static String shipped;

    @TempDir
    Path home;

    @BeforeAll
    static void read() throws IOException {
        shipped = Files.readString(Path.of("..", "config", "prop-firms.yaml"));
    }

    @Test
    void theFileThatShipsHasThePlansWithDaySourceAndDoubts() {
        Map<String, Plan> plans = new PlanFile(home).plans();
        assertEquals(
                Set.of(
                        "topstep-50k",
                        "topstep-100k",
                        "topstep-150k",
                        "apex-25k-eod",
                        "apex-50k-eod",
                        "apex-100k-eod",
                        "apex-25k-intraday",
                        "apex-50k-intraday",
                        "apex-100k-intraday"),
                plans.keySet());
        for (Plan plan : plans.values()) {
            assertTrue(plan.source().length() > 40 && plan.uncertain().length() > 40, plan.id());
            assertTrue(plan.checked().getYear() >= 2026, plan.id());
            assertTrue(RuleTexts.of(plan).size() >= 6, plan.id());
        }
        Plan topstep = plans.get("topstep-50k");
        assertEquals(2_000_000_000L, topstep.evaluation().rules().maxLoss());
        assertEquals(TrailBasis.END_OF_DAY, topstep.evaluation().rules().trail());
        assertEquals(50_000_000_000L, topstep.evaluation().rules().lock());
        assertEquals(0.55, topstep.evaluation().rules().consistency().limit());
        assertEquals(0, topstep.evaluation().rules().dailyLoss());
        assertEquals(
                1_000_000_000L,
                topstep.with(DailyLoss.FLATTEN).evaluation().rules().dailyLoss());
        assertEquals(3, topstep.funded().rules().contracts().at(1_500_000_000L));
        assertEquals(0.1, topstep.weight("MES"));
        assertEquals(1, topstep.weight("ES"));
        Plan apex = plans.get("apex-50k-intraday");
        assertEquals(TrailBasis.INTRADAY_PEAK, apex.evaluation().rules().trail());
        assertEquals(50_100_000_000L, apex.funded().rules().lock());
    }

    @Test
    void sentencesSayWhatIsDecidedBy() {
        String all = RuleTexts.of(new PlanFile(home).plan("topstep-50k")).toString();
        for (String part : new String[] {
            "Begins at 50,000. The floor lies 2,000 below the highest balance at the end of a day, and never rises above 50,000",
            "A loss of 1,000 from the beginning of the day does nothing: the limit is an option, and off",
            "a profit of 3,000 and 2 days with trades",
            "The best day may make 55 % of the profit; a better one raises the target to its profit / 55 %",
            "At most 2 from a balance of 0, 3 from a balance of 1,500, 5 from a balance of 2,000 contracts at once",
            "5 days of at least 150",
            "90 % of it is the trader's",
            "Nothing may be held from 15:10 to 17:00"
        }) {
            assertTrue(all.contains(part), () -> part + " in " + all);
        }
    }

    private static void refused(String find, String put, String... parts) {
        assertTrue(shipped.contains(find), find);
        String yaml = shipped.substring(0, shipped.indexOf("  topstep-100k:")).replace(find, put);
        ConfigException e = assertThrows(ConfigException.class, () -> PlanReader.read("f.yaml", yaml));
        // What is missing is said where its plan begins, and so is a wrong name.
        String at = e.getMessage().contains("missing") || e.getMessage().contains("small letters") ? "    name: " : put;
        assertEquals(yaml.substring(0, yaml.indexOf(at)).split("\n", -1).length, e.line(), e.getMessage());
        for (String part : parts) {
            assertTrue(e.getMessage().contains(part), e.getMessage());
        }
        assertTrue(e.getMessage().startsWith("f.yaml:"), e.getMessage());
    }

    @Test
    void whatIsWrongIsSaidWithFileLineAndKey() {
        refused(
                "max_loss: 2000\n      trail",
                "max_loss: much\n      trail",
                "topstep-50k.evaluation.max_loss",
                "'much'");
        refused("      target: 3000", "      targt: 3000", "evaluation.target is missing");
        refused("      minimum_days: 2", "      minimun_days: 2", "is not known", "minimum_days");
        refused(
                "trail: end_of_day\n      lock: 50000",
                "trail: sideways\n      lock: 50000",
                "static",
                "intraday_peak");
        refused("    checked: 2026-10-03", "    checked: October", "2026-10-03");
        refused("      consistency: 0.55", "      consistency: 55", "from 0 to 1");
        refused("    time_zone: America/Chicago", "    time_zone: America/Chikago", "time_zone");
        refused("{from: 1500, maximum: 3}", "{from: 0, maximum: 3}", "above the one before");
        refused(
                "      daily_loss: 1000\n      daily_loss_action: off",
                "      daily_loss_action: flatten",
                "daily_loss is missing");
        refused("    flatten_time: \"15:10\"\n    reopens: \"17:00\"", "    flatten_time: \"15:10\"", "reopens");
        refused("  topstep-50k:", "  Topstep 50K:", "small letters");
        refused("micros:", "nanos:", "micros or plans");
        refused(
                "max_loss: 2000\n      trail: end_of_day\n      lock: 50000",
                "max_loss: 2000\n      trail: end_of_day\n      lock: 40000",
                "max_loss",
                "floor begins above");
    }

    @Test
    void theFileIsReadAgainWhenItChangesAndABrokenOneIsSaid() throws IOException {
        Path file = home.resolve("config").resolve("prop-firms.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, shipped);
        PlanFile plans = new PlanFile(home);
        assertEquals(
                3_000_000_000L, plans.plan("topstep-50k").evaluation().rules().target());
        Files.writeString(file, shipped.replace("target: 3000", "target: 2500"));
        assertEquals(
                2_500_000_000L, plans.plan("topstep-50k").evaluation().rules().target());
        Files.writeString(file, "plans: [");
        Problem problem = assertThrows(Problem.class, plans::plans);
        assertEquals(409, problem.status());
        assertTrue(problem.getMessage().contains("prop-firms.yaml:1"), problem.getMessage());
        Files.writeString(file, shipped);
        assertNotNull(plans.plan("topstep-50k"));
        Problem unknown = assertThrows(Problem.class, () -> plans.plan("topstep-50"));
        assertEquals(404, unknown.status());
        assertTrue(unknown.getMessage().contains("topstep-50k"), unknown.getMessage());
    }
}

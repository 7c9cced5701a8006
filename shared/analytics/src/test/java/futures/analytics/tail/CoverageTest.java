package futures.analytics.tail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Published figures (MathWorks), those of scipy, and a rolling forecast that cannot see ahead. */
class CoverageTest {
    @Test
    void everyFigure() throws IOException {
        int lines = 0;
        try (InputStream file = CoverageTest.class.getResourceAsStream("coverage.txt")) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList()) {
                if (!line.startsWith("#")) {
                    check(line.split(" "));
                    lines++;
                }
            }
        }
        assertEquals(42, lines);
    }

    private static void check(String[] row) {
        switch (row[0]) {
            case "pof" -> named(counts(integer(row[1]), integer(row[2]), Double.parseDouble(row[3])), row, 4);
            case "counts" ->
                named(
                        new Coverage(
                                integer(row[1]),
                                integer(row[2]),
                                Double.parseDouble(row[3]),
                                integer(row[4]),
                                integer(row[5]),
                                integer(row[6]),
                                integer(row[7]),
                                integer(row[8])),
                        row,
                        9);
            case "hits" -> {
                boolean[] exceeded = new boolean[row[1].length()];
                for (int i = 0; i < exceeded.length; i++) {
                    exceeded[i] = row[1].charAt(i) == '1';
                }
                named(Coverage.of(exceeded, Double.parseDouble(row[2])), row, 3);
            }
            case "region" -> region(integer(row[1]), Double.parseDouble(row[2]), integer(row[3]), integer(row[4]));
            case "basel" -> basel(row);
            default -> throw new AssertionError(row[0]);
        }
    }

    private static int integer(String text) {
        return Integer.parseInt(text);
    }

    private static Coverage counts(int n, int exceedances, double level) {
        return new Coverage(n, exceedances, level, 0, 0, 0, 0, 0);
    }

    private static void named(Coverage coverage, String[] row, int from) {
        for (int i = from; i < row.length; i += 2) {
            if (row[i + 1].equals("-")) {
                assertFalse(coverage.untilFirst().ratio().defined());
                continue;
            }
            double expected = Double.parseDouble(row[i + 1]);
            assertEquals(expected, figure(coverage, row[i]), 1e-9 * Math.max(1, expected), row[i]);
        }
    }

    private static double figure(Coverage coverage, String name) {
        return switch (name) {
            case "lr_pof" -> coverage.proportion().ratio().value();
            case "p_pof" -> coverage.proportion().probability().value();
            case "lr_cci" -> coverage.independence().ratio().value();
            case "p_cci" -> coverage.independence().probability().value();
            case "lr_cc", "lr_cc_full_pof_plus_ind" ->
                coverage.conditional().ratio().value();
            case "p_cc" -> coverage.conditional().probability().value();
            case "lr_cc_conditional_on_first_obs" ->
                coverage.conditionalOnFirst().ratio().value();
            case "lr_tuff" -> coverage.untilFirst().ratio().value();
            case "p_tuff" -> coverage.untilFirst().probability().value();
            case "binomial_p_ge_x" -> coverage.atLeast();
            case "binomial_p_le_x" -> coverage.atMost();
            case "n" -> coverage.periods();
            case "failures" -> coverage.exceedances();
            case "n00" -> coverage.n00();
            case "n01" -> coverage.n01();
            case "n10" -> coverage.n10();
            case "n11" -> coverage.n11();
            default -> throw new AssertionError(name);
        };
    }

    private static void region(int n, double level, int least, int most) {
        for (int x = 0; x <= n / 4; x++) {
            boolean accepted = counts(n, x, level).proportion().probability().value() >= 0.05;
            assertEquals(x >= least && x <= most, accepted, n + " " + level + " " + x);
        }
    }

    private static void basel(String[] row) {
        int n = integer(row[1]);
        double level = Double.parseDouble(row[2]);
        for (int x = 0; x < row.length - 5; x++) {
            Coverage coverage = counts(n, x, level);
            assertEquals(Double.parseDouble(row[5 + x]), coverage.atMost(), 1e-12);
            Coverage.Zone zone = x <= integer(row[3])
                    ? Coverage.Zone.GREEN
                    : x <= integer(row[4]) ? Coverage.Zone.YELLOW : Coverage.Zone.RED;
            assertEquals(zone, coverage.zone());
        }
    }

    @Test
    void aRollingForecastSeesNothingLater() {
        Random random = new Random(4);
        double[] returns = random.doubles(330).map(u -> (u - 0.5) / 50).toArray();
        for (TailMethod method : TailMethod.values()) {
            RollingTail whole = RollingTail.of(method, returns, 250, 0.05, 20, 500, 1);
            assertEquals(80, whole.exceeded().length);
            double[] changed = returns.clone();
            for (int i = 290; i < changed.length; i++) {
                changed[i] *= 5;
            }
            RollingTail other = RollingTail.of(method, changed, 250, 0.05, 20, 500, 1);
            boolean differs = false;
            for (int i = 0; i < 80; i++) {
                if (i <= 40) {
                    assertEquals(whole.valueAtRisk()[i], other.valueAtRisk()[i], method.name());
                } else {
                    differs |= whole.valueAtRisk()[i] != other.valueAtRisk()[i];
                }
                assertEquals(returns[i + 250] < -whole.valueAtRisk()[i], whole.exceeded()[i]);
            }
            assertTrue(differs, method.name());
        }
    }
}

package futures.analytics.tail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.analytics.SampleReturns;
import futures.analytics.inference.NormalDistribution;
import futures.analytics.performance.ReturnStatistics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Every figure of two series at four levels as numpy and scipy give it. */
class TailFiguresTest {
    @Test
    void everyFigure() throws IOException {
        int compared = 0;
        try (InputStream file = TailFiguresTest.class.getResourceAsStream("tail_figures.txt")) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList()) {
                if (!line.startsWith("#")) {
                    String[] row = line.split(" ");
                    double[] returns = row[0].equals("12") ? SampleReturns.twelve() : SampleReturns.fiveHundred();
                    double expected = Double.parseDouble(row[3]);
                    double tolerance = row[2].startsWith("student") ? 1e-5 * Math.max(1, expected) : 1e-9;
                    assertEquals(expected, figure(row[2], returns, Double.parseDouble(row[1])), tolerance, line);
                    compared++;
                }
            }
        }
        assertEquals(196, compared);
    }

    private static double figure(String name, double[] returns, double level) {
        ReturnStatistics statistics = ReturnStatistics.of(returns, 1);
        double mean = statistics.mean().value();
        double deviation = statistics.deviation().value();
        double population = deviation * Math.sqrt((returns.length - 1.0) / returns.length);
        double skewness = statistics.skewness().value();
        double excess = statistics.kurtosis().value() - 3;
        double z = NormalDistribution.quantile(level);
        double expanded = NormalTail.cornishFisherQuantile(z, skewness, excess);
        return switch (name) {
            case "hist_var_linear_type7" ->
                HistoricalTail.of(returns, level).valueAtRisk().value();
            case "hist_var_lower_order_stat_floor" -> quantile(returns, level, Quantile.LOWER);
            case "hist_var_higher_order_stat_ceil" -> quantile(returns, level, Quantile.HIGHER);
            case "hist_var_inverse_ecdf_type1_kth_smallest_k_ceil_na" -> quantile(returns, level, Quantile.TYPE_1);
            case "hist_var_type4" -> quantile(returns, level, Quantile.TYPE_4);
            case "hist_var_type5" -> quantile(returns, level, Quantile.TYPE_5);
            case "hist_var_type6" -> quantile(returns, level, Quantile.TYPE_6);
            case "hist_var_type8" -> quantile(returns, level, Quantile.TYPE_8);
            case "hist_cvar_mean_le_linear_var", "hist_cvar_empyrical_partition" ->
                HistoricalTail.meanBeyond(returns, level);
            case "hist_cvar_acerbi_tasche_exact_tail" ->
                HistoricalTail.of(returns, level).expectedShortfall().value();
            case "normal_var_ddof1" ->
                NormalTail.of(mean, deviation, level).valueAtRisk().value();
            case "normal_cvar_ddof1" ->
                NormalTail.of(mean, deviation, level).expectedShortfall().value();
            case "normal_var_zero_mean_ddof1" ->
                NormalTail.of(0, deviation, level).valueAtRisk().value();
            case "cornish_fisher_var_pop_moments_sd_ddof1" ->
                NormalTail.cornishFisher(mean, deviation, skewness, excess, level)
                        .valueAtRisk()
                        .value();
            case "cornish_fisher_var_pop_moments_sd_ddof0" ->
                NormalTail.cornishFisher(mean, population, skewness, excess, level)
                        .valueAtRisk()
                        .value();
            case "cornish_fisher_z" -> expanded;
            case "modified_es_edgeworth_bpc2008" ->
                -mean + population * NormalTail.edgeworthShortfall(expanded, skewness, excess, level);
            case "ewma_var_094_seed_mean_sq_first20" -> exponential(returns, z, VarianceModel.Seed.FIRST_TWENTY);
            case "ewma_var_094_seed_r0sq" -> exponential(returns, z, VarianceModel.Seed.FIRST_ONE);
            case "ewma_var_094_normalised_weights" -> exponential(returns, z, VarianceModel.Seed.WEIGHTS);
            case "brw_age_weighted_098_first_cum_ge_alpha" ->
                HistoricalTail.ageWeighted(returns, level, 0.98).valueAtRisk().value();
            case "var_10d_sqrt_time_normal_zero_mean" ->
                NormalTail.of(0, deviation * Math.sqrt(10), level).valueAtRisk().value();
            case "student_t_mle_nu" -> StudentFit.of(returns).freedom();
            case "student_t_mle_var" ->
                StudentFit.of(returns).tail(level).valueAtRisk().value();
            case "student_t_mle_cvar" ->
                StudentFit.of(returns).tail(level).expectedShortfall().value();
            default -> throw new AssertionError(name);
        };
    }

    private static double quantile(double[] returns, double level, Quantile quantile) {
        return HistoricalTail.of(returns, level, quantile).valueAtRisk().value();
    }

    private static double exponential(double[] returns, double z, VarianceModel.Seed seed) {
        return -z * VarianceModel.exponentialDeviation(returns, 0.94, seed);
    }

    /** The fit of scipy.stats.t.fit stops early: its tail is carried here, and the maximum is likelier. */
    @Test
    void aFitThatStoppedEarlyIsLessLikely() {
        StudentFit early = new StudentFit(0.00046875978346071434, 0.004914240181121026, 1.9144205861247712);
        double[][] published = {
            {0.1, 0.008982890651261058, 0.021661836116418608},
            {0.05, 0.014327917295618638, 0.03210001924501961},
            {0.025, 0.021607625237800757, 0.04684463532578512},
            {0.01, 0.03591810801763281, 0.07638406540684538}
        };
        for (double[] row : published) {
            assertEquals(row[1], early.tail(row[0]).valueAtRisk().value(), 1e-9);
            assertEquals(row[2], early.tail(row[0]).expectedShortfall().value(), 1e-9);
        }
        double[] returns = SampleReturns.fiveHundred();
        assertEquals(1703.1836451867607, early.logLikelihood(returns), 1e-6);
        assertEquals(1706.455709577402, StudentFit.of(returns).logLikelihood(returns), 1e-6);
    }

    @Test
    void everyMethodIsOrderedByItsLevelAndGrowsWithTheHorizon() {
        double[] returns = SampleReturns.fiveHundred();
        for (TailMethod method : TailMethod.values()) {
            TailModel day = method.fit(returns, 1, 4_000, 1);
            TailModel tenDays = method.fit(returns, 10, 4_000, 1);
            double last = Double.NEGATIVE_INFINITY;
            for (double level : new double[] {0.2, 0.1, 0.05, 0.025, 0.01}) {
                TailRisk risk = day.at(level);
                double value = risk.valueAtRisk().value();
                assertTrue(value >= last, method + " at " + level);
                last = value;
                if (risk.expectedShortfall().defined()) {
                    assertTrue(risk.expectedShortfall().value() >= value, method + " at " + level);
                }
            }
            double longer = tenDays.at(0.05).valueAtRisk().value();
            assertTrue(longer > 1.5 * day.at(0.05).valueAtRisk().value(), method + ": " + longer);
            assertFalse(
                    method.fit(new double[0], 1, 10, 1).at(0.05).valueAtRisk().defined());
            assertEquals(
                    longer,
                    method.fit(returns, 10, 4_000, 1).at(0.05).valueAtRisk().value());
        }
    }

    @Test
    void returnsThatDoNotVaryHaveNoModel() {
        double[] flat = new double[200];
        for (TailMethod method : TailMethod.values()) {
            TailRisk risk = method.fit(flat, 1, 10, 1).at(0.05);
            boolean past = method == TailMethod.HISTORICAL || method == TailMethod.AGE_WEIGHTED;
            assertEquals(past, risk.valueAtRisk().defined(), method.name());
        }
    }

    @Test
    void drawnStudentSumsHaveItsTail() {
        StudentFit fit = new StudentFit(0.001, 0.01, 4);
        TailRisk exact = fit.tail(0.05);
        TailRisk drawn = StudentPaths.of(fit, 1, 400_000, 3).at(0.05);
        assertEquals(exact.valueAtRisk().value(), drawn.valueAtRisk().value(), 2e-4);
        assertEquals(
                exact.expectedShortfall().value(), drawn.expectedShortfall().value(), 4e-4);
    }
}

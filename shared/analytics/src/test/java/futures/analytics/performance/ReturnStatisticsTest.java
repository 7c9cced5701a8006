package futures.analytics.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Figures that numpy and scipy give for the same returns, and the cases in which there is no figure. */
class ReturnStatisticsTest {
    private static final double[] SMALL = {-0.01, 0.02, 0.0, 0.015, -0.03, 0.01, 0.0, -0.005, 0.025, -0.02, 0.005, 0.01
    };

    /** 504 returns in millionths, with fat tails and flat days. */
    private static final String SYNTHETIC = """
            -203 25493 0 -14888 -10999 8076 14902 0 -4945 8926 -21163 12332 1947 7724 0 -9969 -2938 1206
            -10794 16139 -7792 8155 0 0 6977 -1483 -24817 8527 -7696 77 -7812 0 0 -4774 0 314 6226 10930
            -748 -19796 3274 0 -2160 0 0 3786 0 17694 -343 24766 -6908 -11082 1543 3620 -16851 14351 -2967
            558 -6204 -7212 -4905 32 1903 0 4512 -326 3082 6316 3447 -6260 0 22746 4470 8756 -470 -9882 0
            1339 22812 -961 -4085 -8875 5704 1590 -9313 -4924 -5478 -345 3589 2844 10167 11 -8108 8945
            -3300 327 1506 -1436 12603 -5978 -3631 -2418 -292 -4052 12934 12009 0 -199 -8222 -1457 0 7124
            5635 4392 27493 5818 8800 -2044 1655 -26582 4110 -9747 8878 -7434 -2127 0 -2136 -7220 -5626 0 0
            -852 -5107 406 -4860 -3129 -3947 6121 -2016 0 0 4278 1463 -4023 9863 8686 -3195 -11484 -506 0
            3732 6807 0 14004 5032 22808 0 1502 0 -3941 0 5639 14640 10751 -733 0 -1902 1815 4364 8851 4985
            4206 6987 0 256 0 5928 0 2815 4233 4591 2476 -850 7388 0 4700 -6902 4875 0 -1633 3075 1414
            55643 3695 9647 17474 -5268 -567 -2842 -15432 11837 15973 0 6500 1881 17706 -46001 -5055 0 835
            0 24467 702 -8302 5305 10091 0 -2383 21850 -5475 -829 4365 -5512 1166 1829 5713 4324 3344 0
            4773 500 -4505 4185 -3806 8289 0 -174 14059 8375 6683 9013 -1948 13044 9835 -18213 3409 7147
            508 2848 0 3539 2650 3743 9330 12045 -12743 1667 -19827 1196 5008 187 5752 0 7321 4483 -1536
            1565 6550 7500 1965 0 16921 0 21617 -6129 10167 -1201 -8116 7149 0 19626 -4011 -4519 -17726 0
            -13403 0 -2586 0 4143 -6652 3486 -31611 -8838 0 8271 -8589 9460 9517 4875 -1680 0 -1730 -15303
            -326 0 -806 0 -19059 1420 -14862 0 3503 -3456 0 2771 0 0 732 -6164 -6621 -1119 -4468 9013 2582
            -15599 7115 7381 0 0 2364 -7391 324 -21643 -1476 0 4004 0 12842 -5908 6815 -4239 -21563 0 6203
            11346 -3674 5459 7658 -3217 -6970 -19390 0 -4134 15509 14787 -1603 8638 11745 -13253 0 -3882
            -7488 6969 25503 285 0 -648 -17107 7746 2781 4197 116 0 -10057 -4805 -71 6478 -28151 746 2578
            10845 20622 8374 0 0 -7826 -9634 7039 -1113 13064 8889 -11582 -171 -2960 -6501 0 -4041 1688
            -5429 -16523 4441 12906 -582 4167 -3991 7211 2261 -1059 0 -4328 0 -34040 0 5654 34813 0 -6732
            7827 -11608 -4288 -9906 3800 8961 -17909 11618 3216 10908 -8808 -1124 -3373 0 -9246 -7887 -3377
            11219 -11407 4335 7920 0 1407 5993 -7500 612 2284 3703 25128 1468 0 0 8062 -5596 6090 -2649
            -1807 13489 -13991 7260 2716 -4769 -5059 6770 -3063 6825 0 2190 -1558 6975 -7054 -11625 -342
            624 -7605 6405 -3311 4097 4816 -6642 8512 13200 5598 0 -621 220 10831 133 -1309 -5090 3439 9483
            -1419 -610 6965 -4649 -2606 -13903 8682 -9998 24193 -1160 -1865 5990 -2489 6846
            """;

    @Test
    void agreesOnTwelveReturns() {
        ReturnStatistics small = ReturnStatistics.of(SMALL, 252);
        close(0.001666666666666667, small.mean());
        close(0.016143297699232975, small.deviation());
        close(0.2562669063159098, small.volatility());
        close(1.638916261322679, small.sharpe(0));
        close(1.5218508140853446, small.sharpe(0.03 / 252));
        close(2.427907914667537, small.sortino());
        close(1.3076923076923077, small.omega());
        close(-0.48273974050376456, small.skewness());
        close(2.4783666846944294, small.kurtosis());
        close(0.01872033193145084, small.totalReturn());
        close(0.4762314539243149, small.annualisedReturn());
        Drawdown drawdown = small.drawdown();
        assertEquals(-0.030000000000000027, drawdown.deepestFraction(), 1e-12);
        assertEquals(4, drawdown.peak());
        assertEquals(5, drawdown.trough());
        assertEquals(8, drawdown.longest());
        assertEquals(0.01628698404823438, drawdown.ulcer(), 1e-12);
    }

    @Test
    void agreesOnFiveHundredReturns() {
        double[] returns = Arrays.stream(SYNTHETIC.strip().split("\\s+"))
                .mapToDouble(text -> Integer.parseInt(text) / 1e6)
                .toArray();
        assertEquals(504, returns.length);
        ReturnStatistics synthetic = ReturnStatistics.of(returns, 252);
        close(1.5841741195320005, synthetic.sharpe(0));
        close(2.4124078958100714, synthetic.sortino());
        close(0.1445772261875242, synthetic.volatility());
        close(1.351590431468146, synthetic.omega());
        close(0.08559559940579554, synthetic.skewness());
        close(8.016647292051095, synthetic.kurtosis());
        close(0.548123682939043, synthetic.totalReturn());
        close(0.24423618454819218, synthetic.annualisedReturn());
        Drawdown drawdown = synthetic.drawdown();
        assertEquals(-0.1480189363836274, drawdown.deepestFraction(), 1e-9);
        assertEquals(0.07083107103247742, drawdown.ulcer(), 1e-9);
        assertEquals(281, drawdown.peak());
        assertEquals(354, drawdown.trough());
        assertEquals(223, drawdown.longest());
    }

    @Test
    void aLossInTheFirstPeriodIsADrawdown() {
        Drawdown drawdown = ReturnStatistics.of(new double[] {-0.1, 0.05}, 252).drawdown();
        assertEquals(-0.1, drawdown.deepestFraction(), 1e-12);
        assertEquals(0, drawdown.peak());
    }

    @Test
    void nothingIsInventedForNoReturns() {
        ReturnStatistics none = ReturnStatistics.of(new double[0], 252);
        for (Measure measure : new Measure[] {
            none.mean(),
            none.deviation(),
            none.sharpe(0),
            none.sortino(),
            none.omega(),
            none.skewness(),
            none.kurtosis(),
            none.totalReturn(),
            none.annualisedReturn()
        }) {
            assertFalse(measure.defined());
        }
    }

    @Test
    void oneReturnHasATotalButNoDeviation() {
        ReturnStatistics one = ReturnStatistics.of(new double[] {0.01}, 252);
        close(0.01, one.totalReturn());
        assertEquals(
                "a deviation needs two periods, there are 1", one.deviation().reason());
        assertFalse(one.sharpe(0).defined());
    }

    @Test
    void returnsThatDoNotVaryHaveNoSharpeRatio() {
        for (double value : new double[] {0, 0.01, -0.003, 1e-9}) {
            double[] constant = new double[7];
            Arrays.fill(constant, value);
            ReturnStatistics same = ReturnStatistics.of(constant, 252);
            assertEquals("returns do not vary", same.sharpe(0).reason());
            close(0, same.deviation());
            assertEquals(value < 0, same.sortino().defined());
        }
    }

    @Test
    void aTotalLossEndsTheCompounding() {
        ReturnStatistics lost = ReturnStatistics.of(new double[] {0.1, -1.0, 0.5}, 252);
        close(-1, lost.totalReturn());
        close(-1, lost.annualisedReturn());
        assertEquals(-1, lost.drawdown().deepestFraction(), 1e-12);
        close(-1, ReturnStatistics.of(new double[] {0.1, -1.5, 0.5}, 252).totalReturn());
        close(-1, ReturnStatistics.of(new double[] {-1.5, 0.2}, 252).annualisedReturn());
    }

    @Test
    void infinityIsNoFigure() {
        assertThrows(IllegalArgumentException.class, () -> Measure.of(Double.POSITIVE_INFINITY));
        assertThrows(IllegalArgumentException.class, () -> new Measure(null, null));
        assertEquals(
                "no period lost",
                ReturnStatistics.of(new double[] {0.01, 0.02}, 252).omega().reason());
    }

    private static void close(double expected, Measure actual) {
        assertEquals(expected, actual.value(), 1e-9);
    }
}

package futures.analytics.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.model.BarSeries;
import futures.model.SessionHours;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import futures.model.TradingDays;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Indicators against figures of TA-Lib 0.4 on 40 daily bars, and averages against exact decimal arithmetic. */
class IndicatorTest {
    private static final String DAILY = """
            5090.965556 5101.53211 5035.491149 5059.794223
            5062.171698 5062.171698 5009.603093 5017.792172
            5019.112991 5036.547805 4994.809918 5000.357359
            5000.885686 5029.943709 4968.393534 5003.791488
            5004.055652 5075.37989 4982.394217 5069.832449
            5069.568285 5076.172381 5037.60446 5061.907534
            5062.171698 5102.060438 5057.152585 5093.343031
            5093.607195 5112.098664 5043.151901 5084.625624
            5083.833133 5110.513681 5062.964189 5083.833133
            5084.625624 5096.248833 5078.81402 5086.210607
            5084.097296 5088.588082 5050.284325 5070.889104
            5071.681596 5072.738251 5015.150534 5039.453607
            5038.132788 5089.908901 5033.377839 5083.304805
            5083.833133 5150.402421 5080.92733 5145.647471
            5148.553274 5175.762149 5148.553274 5157.27068
            5158.327336 5179.724607 5150.402421 5178.667952
            5177.87546 5212.745087 5165.988087 5179.196279
            5177.082969 5205.612664 5170.478873 5197.687748
            5197.951912 5213.801743 5176.026313 5191.083652
            5186.857031 5236.783997 5179.460443 5230.708228
            5230.708228 5238.104816 5212.480923 5213.009251
            5209.575121 5217.7642 5141.685014 5147.760782
            5150.666584 5244.973076 5148.553274 5239.953963
            5233.349867 5280.899358 5204.820172 5254.482974
            5257.917104 5262.936217 5217.500036 5241.274782
            5240.482291 5260.294579 5235.199014 5253.954647
            5253.162155 5304.40994 5251.577172 5299.654991
            5299.919155 5304.40994 5287.239291 5298.598336
            5298.598336 5334.524618 5297.013353 5327.656358
            5328.184686 5353.544415 5316.561477 5321.052262
            5319.203115 5325.543048 5216.179217 5255.011302
            5256.067957 5307.051579 5250.256353 5301.768302
            5301.768302 5337.958748 5294.900042 5336.637929
            5335.581274 5345.883663 5296.749189 5298.598336
            5300.711647 5314.448166 5300.447483 5309.164889
            5309.164889 5309.429053 5249.728025 5272.181952
            5272.710279 5304.938268 5239.953963 5303.089121
            5300.183319 5397.131449 5299.390827 5381.809946
            5382.866601 5413.773771 5380.489127 5383.394929
            5383.659093 5397.395613 5363.846805 5365.167624
            """;

    @ParameterizedTest
    @CsvSource({
        "SMA5, 4, 5030.3135382",
        "SMA5, 5, 5030.7362004",
        "SMA5, 29, 5300.183318799999",
        "SMA5, 39, 5341.1287144",
        "SMA20, 19, 5101.7698573",
        "SMA20, 20, 5109.4306086999995",
        "SMA20, 29, 5203.5653936",
        "SMA20, 39, 5290.211133799999",
        "EMA5, 4, 5030.3135382",
        "EMA5, 5, 5040.844870133334",
        "EMA5, 29, 5300.225112930215",
        "EMA5, 39, 5351.561072355003",
        "EMA20, 19, 5101.7698573",
        "EMA20, 20, 5112.364085271429",
        "EMA20, 29, 5209.96878030842",
        "EMA20, 39, 5285.64261455196",
        "RSI14, 14, 64.1379310484865",
        "RSI14, 15, 66.38488325155768",
        "RSI14, 29, 69.85543856235095",
        "RSI14, 39, 63.15667261991027",
        "ATR14, 14, 51.30439192857154",
        "ATR14, 15, 49.734234362245026",
        "ATR14, 29, 47.4158435915045",
        "ATR14, 39, 51.222936595605354"
    })
    void agreesWithPublishedFigures(String indicator, int bar, double expected) {
        double[] values = values(daily()).of(parse(indicator));
        assertEquals(expected, values[bar], 1e-6);
    }

    @ParameterizedTest
    @CsvSource({"SMA5, 4", "SMA20, 19", "EMA5, 4", "EMA20, 19", "RSI14, 14", "ATR14, 14", "SMA60, 40"})
    void isUndefinedUntilItIsWarm(String indicator, int firstDefined) {
        double[] values = values(daily()).of(parse(indicator));
        for (int i = 0; i < values.length; i++) {
            assertEquals(i < firstDefined, Double.isNaN(values[i]), "bar " + i);
        }
    }

    @Test
    void equalIndicatorsAreComputedOnce() {
        IndicatorValues values = values(daily());
        assertSame(values.of(new Sma(Price.CLOSE, 5)), values.of(new Sma(Price.CLOSE, 5)));
        assertNotSame(values.of(new Sma(Price.CLOSE, 5)), values.of(new Sma(Price.HIGH, 5)));
        assertNotSame(values.of(new Sma(Price.CLOSE, 5)), values.of(new Ema(Price.CLOSE, 5)));
    }

    @Test
    void anUnmovedPriceIsNeitherStrongNorWeak() {
        BarSeries.Builder flat = BarSeries.builder("ES", Timeframe.MINUTE);
        for (int i = 0; i < 10; i++) {
            flat.add(i * 60_000L, 5000, 5000, 5000, 5000, 1);
        }
        assertEquals(50, values(flat.build()).of(new Rsi(Price.CLOSE, 3))[9]);
    }

    /** Prices of six decimals: a float sum that runs along drifts, and ties of two averages come out unequal. */
    @ParameterizedTest
    @CsvSource({"1.0, 0.25", "1.056655, 0.25", "0.93127, 0.01"})
    void averagesAreEqualExactlyWhereTheyAreInDecimals(double factor, double tick) {
        int bars = 60_000;
        Random random = new Random(11);
        BarSeries.Builder builder = BarSeries.builder("ES", Timeframe.MINUTE);
        BigDecimal[] exact = new BigDecimal[bars];
        long ticks = 20_000;
        for (int i = 0; i < bars; i++) {
            ticks += random.nextInt(3) - 1;
            double close = Math.rint(ticks * tick * factor * 1e6) / 1e6;
            exact[i] = BigDecimal.valueOf(close);
            builder.add(i * 60_000L, close, close, close, close, 1);
        }
        IndicatorValues values = values(builder.build());
        double[] fast = values.of(new Sma(Price.CLOSE, 10));
        double[] slow = values.of(new Sma(Price.CLOSE, 20));
        int ties = 0;
        for (int i = 19; i < bars; i++) {
            BigDecimal twice = sum(exact, i, 10).multiply(BigDecimal.valueOf(2));
            int sign = twice.compareTo(sum(exact, i, 20));
            assertEquals(sign, Double.compare(fast[i], slow[i]), "bar " + i);
            assertEquals(sum(exact, i, 10).doubleValue() / 10, fast[i], 1e-9);
            ties += sign == 0 ? 1 : 0;
        }
        assertTrue(ties > 100, "too few ties to mean anything: " + ties);
    }

    @Test
    void pricesThatAreNoDecimalsAreAveragedTooWithoutDrift() {
        Random random = new Random(5);
        BarSeries.Builder builder = BarSeries.builder("ES", Timeframe.MINUTE);
        for (int i = 0; i < 1000; i++) {
            double close = 5000 + random.nextGaussian();
            builder.add(i * 60_000L, close, close, close, close, 1);
        }
        BarSeries bars = builder.build();
        assertEquals(0, DecimalColumn.of(bars, Price.CLOSE).units().length);
        double[] values = values(bars).of(new Sma(Price.CLOSE, 7));
        double sum = 0;
        for (int i = 993; i < 1000; i++) {
            sum += bars.close(i);
        }
        assertEquals(sum / 7, values[999], 0.0);
    }

    private static BigDecimal sum(BigDecimal[] prices, int last, int count) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = last - count + 1; i <= last; i++) {
            sum = sum.add(prices[i]);
        }
        return sum;
    }

    private static Indicator parse(String text) {
        int period = Integer.parseInt(text.substring(3));
        return switch (text.substring(0, 3)) {
            case "SMA" -> new Sma(Price.CLOSE, period);
            case "EMA" -> new Ema(Price.CLOSE, period);
            case "RSI" -> new Rsi(Price.CLOSE, period);
            default -> new Atr(period);
        };
    }

    private static IndicatorValues values(BarSeries bars) {
        return new IndicatorValues(bars, () -> TradingDays.of(bars, TradingCalendar.of(SessionHours.CME_GLOBEX)));
    }

    private static BarSeries daily() {
        BarSeries.Builder builder = BarSeries.builder("MES", Timeframe.DAY);
        int day = 0;
        for (String line : DAILY.strip().split("\n")) {
            String[] prices = line.strip().split(" ");
            builder.add(
                    86_400_000L * day++,
                    Double.parseDouble(prices[0]),
                    Double.parseDouble(prices[1]),
                    Double.parseDouble(prices[2]),
                    Double.parseDouble(prices[3]),
                    1);
        }
        return builder.build();
    }
}

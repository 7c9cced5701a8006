package futures.analytics.indicator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import futures.model.BarSeries;
import futures.model.SessionHours;
import futures.model.Timeframe;
import futures.model.TradingCalendar;
import futures.model.TradingDays;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Indicators against reference figures of other libraries; where those come from stands in the resources. */
class VectorTest {
    private static final double RELATIVE = 1e-9;
    /** Points: a thousandth of a billionth of the price, in which the two ways to a deviation differ. */
    private static final double BAND = 5e-9;

    private static final Figures DAILY = Figures.read("mes-daily.csv");
    private static final IndicatorValues DAILY_VALUES = daily();

    private static final Map<String, Indicator> COLUMNS = Map.ofEntries(
            Map.entry("sma_5", new Sma(Price.CLOSE, 5)),
            Map.entry("sma_20", new Sma(Price.CLOSE, 20)),
            Map.entry("ema_5", new Ema(Price.CLOSE, 5)),
            Map.entry("ema_20", new Ema(Price.CLOSE, 20)),
            Map.entry("wma_5", new Wma(Price.CLOSE, 5)),
            Map.entry("wma_20", new Wma(Price.CLOSE, 20)),
            Map.entry("rsi_14", new Rsi(Price.CLOSE, 14)),
            Map.entry("atr_14", new Atr(14)),
            Map.entry("macd_line_standard_seed", macd().line()),
            Map.entry("macd_signal_standard_seed", macd().signal()),
            Map.entry("macd_hist_standard_seed", macd().histogram()),
            Map.entry("bb_upper_20_2", bollinger().upper()),
            Map.entry("bb_mid", bollinger().middle()),
            Map.entry("bb_lower", bollinger().lower()),
            Map.entry("adx_14", new AverageDirectionalIndex(14).adx()),
            Map.entry("plus_di_14", new AverageDirectionalIndex(14).plus()),
            Map.entry("minus_di_14", new AverageDirectionalIndex(14).minus()),
            Map.entry("stoch_slowk_14_3_3", new Stochastic(14, 3, 3).k()),
            Map.entry("stoch_slowd", new Stochastic(14, 3, 3).d()),
            Map.entry("obv", new OnBalanceVolume()),
            Map.entry("cci_20", new Cci(20)),
            Map.entry("roc_10", new RateOfChange(Price.CLOSE, 10)),
            Map.entry("stddev_20_pop", new StandardDeviation(Price.CLOSE, 20)),
            Map.entry("linreg_slope_14", new LinearRegressionSlope(Price.CLOSE, 14)),
            Map.entry("donchian_high_20", new DonchianChannel(20).upper()),
            Map.entry("donchian_low_20", new DonchianChannel(20).lower()));

    private static Macd macd() {
        return new Macd(Price.CLOSE, 12, 26, 9);
    }

    private static BollingerBands bollinger() {
        return new BollingerBands(Price.CLOSE, 20, 2);
    }

    static Stream<String> columns() {
        return COLUMNS.keySet().stream().sorted();
    }

    /** Only the stochastic's k is defined two bars earlier than the reference, which begins k and d together. */
    @ParameterizedTest
    @MethodSource("columns")
    void agreesOnDailyBars(String column) {
        double[] values = DAILY_VALUES.of(COLUMNS.get(column));
        assertEquals(DAILY.size(), values.length);
        int early = 0;
        for (int i = 0; i < values.length; i++) {
            double expected = DAILY.number(column, i);
            if (Double.isNaN(expected)) {
                early += Double.isNaN(values[i]) ? 0 : 1;
            } else {
                assertEquals(expected, values[i], RELATIVE * Math.max(1, Math.abs(expected)), column + " at bar " + i);
            }
        }
        assertEquals(column.equals("stoch_slowk_14_3_3") ? 2 : 0, early, "bars defined before the reference");
    }

    @Test
    void vwapAndItsBandsAgreeOnTwoSessions() {
        Figures figures = Figures.read("vwap-session.csv");
        BarSeries.Builder builder = BarSeries.builder("MES", new Timeframe(300));
        for (int i = 0; i < figures.size(); i++) {
            double close = figures.number("close", i);
            builder.add(
                    LocalDateTime.parse(figures.text("time", i))
                            .atZone(SessionHours.CME_GLOBEX.zone())
                            .toInstant()
                            .toEpochMilli(),
                    close,
                    figures.number("high", i),
                    figures.number("low", i),
                    close,
                    figures.number("volume", i));
        }
        BarSeries bars = builder.build();
        TradingDays days = TradingDays.of(bars, TradingCalendar.of(SessionHours.CME_GLOBEX));
        assertEquals(2, days.count());
        IndicatorValues values = new IndicatorValues(bars, () -> days);
        for (int i = 0; i < figures.size(); i++) {
            double vwap = figures.number("vwap", i);
            double deviation = figures.number("deviation", i);
            assertEquals(vwap, values.of(new Vwap(1).middle())[i], 1e-9, "vwap at bar " + i);
            assertEquals(vwap + deviation, values.of(new Vwap(1).upper())[i], BAND, "upper at bar " + i);
            assertEquals(vwap - 2 * deviation, values.of(new Vwap(2).lower())[i], BAND, "lower at bar " + i);
        }
    }

    private static IndicatorValues daily() {
        BarSeries.Builder builder = BarSeries.builder("MES", Timeframe.DAY);
        for (int i = 0; i < DAILY.size(); i++) {
            builder.add(
                    LocalDate.parse(DAILY.text("session", i)).toEpochDay() * 86_400_000L,
                    DAILY.number("open", i),
                    DAILY.number("high", i),
                    DAILY.number("low", i),
                    DAILY.number("close", i),
                    DAILY.number("volume", i));
        }
        BarSeries bars = builder.build();
        return new IndicatorValues(bars, () -> TradingDays.of(bars, TradingCalendar.of(SessionHours.CME_GLOBEX)));
    }
}

package futures.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketWordsTest {
    @ParameterizedTest
    @CsvSource({
        "2024-03-08T21:59:00Z, 2024-03-08", // Friday 15:59 standard time
        "2024-03-10T22:00:00Z, 2024-03-11", // Sunday 17:00 daylight time, an hour earlier in UTC
        "2024-03-11T20:59:00Z, 2024-03-11",
        "2024-03-11T21:00:00Z, 2024-03-12", // the pause belongs to the next session
        "2024-11-03T23:00:00Z, 2024-11-04", // Sunday 17:00, standard time again
        "2024-06-14T22:30:00Z, 2024-06-17", // after Friday's close
    })
    void tradingDayFollowsTheExchangeNotUtc(Instant instant, LocalDate day) {
        assertEquals(day, TradingCalendar.of(SessionHours.CME_GLOBEX).tradingDay(instant.toEpochMilli()));
    }

    @Test
    void theEndOfADayIsTheFirstInstantOfTheNext() {
        LocalDate friday = LocalDate.parse("2024-06-14");
        long end = TradingCalendar.of(SessionHours.CME_GLOBEX).endOf(friday);
        assertEquals(friday, TradingCalendar.of(SessionHours.CME_GLOBEX).tradingDay(end - 1));
        assertEquals(
                LocalDate.parse("2024-06-17"),
                TradingCalendar.of(SessionHours.CME_GLOBEX).tradingDay(end));
    }

    @ParameterizedTest
    @CsvSource({"ESZ24, ES, 2024-12", "CLF05, CL, 2005-01", "6EH99, 6E, 1999-03", "M2KU26, M2K, 2026-09"})
    void contractSymbolsReadAndWriteTheSame(String symbol, String root, YearMonth month) {
        FuturesContract contract = FuturesContract.parse(symbol).orElseThrow();
        assertEquals(new FuturesContract(root, month), contract);
        assertEquals(symbol, contract.symbol());
    }

    @ParameterizedTest
    @CsvSource({
        "ESZ2024, ESZ24",
        "ES 12-24, ESZ24",
        "ES 12-2024, ESZ24",
        "ES_2024_12, ESZ24",
        "ES-202412, ESZ24",
        "6E 03-99, 6EH99"
    })
    void vendorsSpellTheSameContractInTheirOwnWays(String symbol, String contract) {
        assertEquals(contract, FuturesContract.parse(symbol).orElseThrow().symbol());
    }

    @ParameterizedTest
    @CsvSource({
        "ESZ24, ES",
        "ESZ4, ES",
        "M2KH25, M2K",
        "6EU24, 6E",
        "ES.v.0, ES",
        "ES.v.0@ratio, ES",
        "ES, ES",
        "ES-SYNTH, ES-SYNTH",
        "ES-SYNTH.v.0@diff, ES-SYNTH",
        "Z, Z"
    })
    void aSymbolNamesItsProduct(String symbol, String product) {
        assertEquals(product, Product.of(symbol));
    }

    @Test
    void aYearOfOneDigitLeavesTheDecadeOpen() {
        assertTrue(FuturesContract.parse("ESZ4").isEmpty());
        assertEquals(Optional.of("ES"), FuturesContract.rootOfOpenDecade("ESZ4"));
        assertEquals(Optional.empty(), FuturesContract.rootOfOpenDecade("ESZ24"));
        assertTrue(FuturesContract.parse("ES 13-24").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "ES 12-24.Last.txt, ESZ24",
        "esz24_1min.csv, ESZ24",
        "ES_2024_12.csv.gz, ESZ24",
        "ESZ2024-1m.csv, ESZ24",
        "6EH25, 6EH25",
        "ESZ24A.csv, ",
        "ESZ4.csv, ",
        "prices of ESZ24.csv, "
    })
    void namesOfFilesBeginWithTheirContract(String name, String symbol) {
        assertEquals(Optional.ofNullable(symbol), FuturesContract.leading(name).map(FuturesContract::symbol));
    }

    @Test
    void productsAreNotContracts() {
        assertTrue(FuturesContract.parse("ES").isEmpty());
        assertTrue(FuturesContract.parse("MES").isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"1m, 60", "5m, 300", "1h, 3600", "4h, 14400", "1d, 86400", "1w, 604800", "30s, 30"})
    void timeframesReadAndWriteTheSame(String text, int seconds) {
        assertEquals(seconds, Timeframe.parse(text).seconds());
        assertEquals(text, Timeframe.parse(text).toString());
    }

    @Test
    void barsOutOfOrderAreRefused() {
        BarSeries.Builder builder = BarSeries.builder("ES", Timeframe.MINUTE);
        builder.add(60_000, 1, 1, 1, 1, 1).add(60_000, 1, 1, 1, 1, 1);
        assertThrows(IllegalArgumentException.class, builder::build);
    }
}

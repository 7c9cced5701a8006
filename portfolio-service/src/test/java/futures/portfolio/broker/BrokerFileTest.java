package futures.portfolio.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import futures.kit.http.Problem;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files with the columns of real exports and made-up content. */
class BrokerFileTest {
    static final String NINJATRADER =
            "Instrument,Action,Quantity,Price,Time,ID,E/X,Position,Order ID,Name,Commission,Rate,Account,Connection,\n";
    static final String TRADOVATE =
            "_id,_orderId,_contractId,_timestamp,_tradeDate,_action,_qty,_price,_active,_accountId,"
                    + "Fill ID,Order ID,Timestamp,Date,Account,B/S,Quantity,Price,_priceFormat,_priceFormatType,_tickSize,Contract,"
                    + "Product,Product Description,commission\n";
    static final String TOPSTEPX =
            "Id,ContractName,EnteredAt,ExitedAt,EntryPrice,ExitPrice,Fees,PnL,Size,Type,TradeDay,"
                    + "TradeDuration,Commissions\n";
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static Understood read(String text) {
        return BrokerFile.read(text, null, NEW_YORK, null, null);
    }

    private static String told(BrokerRow row) {
        if (row instanceof BrokerRow.Fill fill) {
            return String.join(
                    " ",
                    fill.number(),
                    fill.buy() ? "BUY" : "SELL",
                    Integer.toString(fill.quantity()),
                    fill.symbol(),
                    fill.price().toPlainString(),
                    fill.time().toString(),
                    String.valueOf(fill.costs()));
        }
        BrokerRow.Trip trip = (BrokerRow.Trip) row;
        return String.join(
                " ",
                trip.number(),
                trip.isLong() ? "LONG" : "SHORT",
                Integer.toString(trip.quantity()),
                trip.symbol(),
                trip.entryTime().toString(),
                trip.exitTime().toString(),
                trip.gross().toPlainString(),
                trip.costs().toPlainString());
    }

    private static List<String> rows(String text) {
        Understood file = read(text);
        assertEquals(List.of(), file.bad());
        return file.rows().stream().map(BrokerFileTest::told).toList();
    }

    /** Written newest first, in local times of which the second row's day tells that the month comes first. */
    @Test
    void executionsOfNinjaTrader() {
        String text = NINJATRADER
                + "MNQ 12-25,Sell,2,21010.25,11/13/2025 10:35:00 AM,b,Exit,-,o2,Exit,$2.48,1,Sim101,Sim,\n"
                + "MNQ DEC25,Buy,2,\"21,000.00\",11/3/2025 9:30:01 PM,a,Entry,2 L,o1,Entry,$2.48,1,Sim101,Sim,\n";
        assertEquals(
                List.of(
                        "ninjatrader:a BUY 2 MNQZ25 21000.00 2025-11-04T02:30:01Z 2.48",
                        "ninjatrader:b SELL 2 MNQZ25 21010.25 2025-11-13T15:35:00Z 2.48"),
                rows(text));
        Understood file = read(text);
        assertEquals("mdy", file.dateOrder());
        assertEquals("America/New_York", file.zone());
        assertEquals("Sim101", file.account());
        assertTrue(
                file.notes().get(0).contains("America/New_York"), file.notes().toString());
    }

    @Test
    void executionsWithSemicolonsCommasAndTheDayFirst() {
        String text = NINJATRADER.replace(',', ';')
                + "ES 12-25;Kauf;1;6000,25;13.11.2025 15:30:00;a;;;;;2,5;1;Sim;Sim;\n"
                + "ES 12-25;Buy;1;6000,25;13.11.2025 15:30:00;b;;;;;2,5;1;Sim;Sim;\n";
        Understood file = read(text);
        assertEquals("dmy", file.dateOrder());
        assertEquals(
                "ninjatrader:b BUY 1 ESZ25 6000.25 2025-11-13T20:30:00Z 2.50",
                told(file.rows().get(0)));
        assertEquals(2, file.bad().get(0).line());
        assertTrue(file.bad().get(0).reason().contains("'Kauf' is neither Buy nor Sell"));
    }

    @Test
    void fillsOfTradovate() {
        String text = TRADOVATE
                + "1,9,77,2026-01-05 14:30:00.250Z,2026-01-05,0,3,6100.25,true,5,501,9,01/05/2026 08:30:00,1/5/26,A1, Buy,3,"
                + "6100.25,-2,0,0.25,ESH6,ES,E-Mini S&P 500,1.17\n"
                + "2,9,77,2026-01-05 14:31:00.000Z,2026-01-05,1,3,6101,true,5,502,9,01/05/2026 08:31:00,1/5/26,A1, Sell,3,"
                + "6101,-2,0,0.25,ESH6,ES,E-Mini S&P 500,\n";
        assertEquals(
                List.of(
                        "tradovate:501 BUY 3 ESH26 6100.25 2026-01-05T14:30:00.250Z 1.17",
                        "tradovate:502 SELL 3 ESH26 6101 2026-01-05T14:31:00Z null"),
                rows(text));
        assertEquals("ymd", read(text).dateOrder());
    }

    @Test
    void tradesOfTopstepX() {
        String text = TOPSTEPX
                + "1001,MNQZ6,07/10/2026 17:00:00 +03:00,07/10/2026 17:00:02 +03:00,20000.125,20001.375,1.44,5.000000000,2,"
                + "Long,07/10/2026 00:00:00 -05:00,00:00:02,1.00\n";
        assertEquals(
                List.of("topstepx:1001 LONG 2 MNQZ26 2026-07-10T14:00:00Z 2026-07-10T14:00:02Z 5.00 2.44"), rows(text));
    }

    @Test
    void eachBadRowIsNamedWithItsLine() {
        String text = NINJATRADER
                + "ES 12-25,Buy,0,6000,11/13/2025 9:30:00 AM,a,,,,,,1,S,S,\n"
                + "ES 12-25,Buy,1,six,11/13/2025 9:30:00 AM,b,,,,,,1,S,S,\n"
                + "ES 12-25,Buy,1,6000,13/11/2025 9:30:00 AM,c,,,,,,1,S,S,\n"
                + "ES 12-25,Buy,1,6000,11/13/2025 9:30:00 AM,,,,,,,1,S,S,\n"
                + "ES 12-25,Buy,1,6000,11/2/2025 1:30:00 AM,e,,,,,,1,S,S,\n"
                + "ES 12-25,Buy,1,6000,11/13/2025 9:30:00 AM,f,,,,,,1,S,S,\n"
                + "ES 12-25,Buy,1,6000,11/13/2025 9:30:00 AM,f,,,,,,1,S,S,\n";
        Understood file = read(text);
        assertEquals(1, file.rows().size());
        List<String> reasons =
                file.bad().stream().map(row -> row.line() + " " + row.reason()).toList();
        assertEquals(6, reasons.size(), reasons.toString());
        assertTrue(reasons.get(0).startsWith("2 Quantity '0'"), reasons.toString());
        assertTrue(reasons.get(1).startsWith("3 Price 'six'"), reasons.toString());
        assertTrue(reasons.get(2).startsWith("4 Time '13/11/2025"), reasons.toString());
        assertEquals("5 ID is empty", reasons.get(3));
        assertTrue(reasons.get(4).contains("is there twice by the clocks"), reasons.toString());
        assertEquals("8 its number is that of line 7", reasons.get(5));
    }

    @Test
    void whatIsNoKnownExportSaysWhatIsMissing() {
        assertRefused("Instrument,Action,Quantity,Price,Time\nx,x,x,x,x\n", "for ninjatrader there is no ID");
        assertRefused("", "The file is empty");
        assertRefused("symbol,buyFillId,sellFillId,boughtTimestamp\n", "export the report Fills instead");
        assertRefused("Trade number,Instrument,Market pos.,Entry price,Exit price\n", "export the Executions instead");
        String two = NINJATRADER + "ES 12-25,Buy,1,6000,11/13/2025 9:30:00 AM,a,,,,,,1,A,S,\n"
                + "ES 12-25,Buy,1,6000,11/13/2025 9:30:00 AM,b,,,,,,1,B,S,\n";
        assertRefused(two, "more than one account: A, B");
        assertEquals(1, BrokerFile.read(two, null, NEW_YORK, null, "B").rows().size());
    }

    private static void assertRefused(String text, String why) {
        Problem problem = assertThrows(Problem.class, () -> read(text));
        assertTrue(problem.getMessage().contains(why), problem.getMessage());
    }
}

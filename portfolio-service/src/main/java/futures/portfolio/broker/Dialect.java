package futures.portfolio.broker;

import futures.portfolio.broker.Sheet.Line;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** An export that is known by the names of its columns. */
enum Dialect {
    /** Executions of NinjaTrader 8, saved from its grid; its times are those of the computer it runs on. */
    NINJATRADER {
        @Override
        List<String> needed() {
            return List.of("Instrument", "Action", "Quantity", "Price", "Time", "ID");
        }

        @Override
        List<String> used() {
            return List.of("Commission", "Account");
        }

        @Override
        List<String> times() {
            return List.of("Time");
        }

        @Override
        BrokerRow read(Sheet sheet, Line line, Stamps stamps) throws RowFault {
            Cells cells = new Cells(sheet, line, stamps);
            Instant time = cells.time("Time");
            return new BrokerRow.Fill(
                    line.number(),
                    number(cells.given("ID")),
                    Instrument.symbol("Instrument", cells.given("Instrument"), time),
                    cells.isBuy("Action"),
                    cells.contracts("Quantity"),
                    cells.number("Price"),
                    time,
                    cells.costs("Commission"));
        }
    },

    /** Fills of Tradovate, the report of that name; {@code _timestamp} is UTC. */
    TRADOVATE {
        @Override
        List<String> needed() {
            return List.of("B/S", "Contract", "Quantity", "Price", "_timestamp", "Fill ID");
        }

        @Override
        List<String> used() {
            return List.of("commission", "Account");
        }

        @Override
        List<String> times() {
            return List.of("_timestamp");
        }

        @Override
        BrokerRow read(Sheet sheet, Line line, Stamps stamps) throws RowFault {
            Cells cells = new Cells(sheet, line, stamps);
            Instant time = cells.time("_timestamp");
            return new BrokerRow.Fill(
                    line.number(),
                    number(cells.given("Fill ID")),
                    Instrument.symbol("Contract", cells.given("Contract"), time),
                    cells.isBuy("B/S"),
                    cells.contracts("Quantity"),
                    cells.number("Price"),
                    time,
                    cells.costs("commission"));
        }
    },

    /** Trades of TopstepX: round trips, whose times have their offsets. */
    TOPSTEPX {
        @Override
        List<String> needed() {
            return List.of(
                    "Id",
                    "ContractName",
                    "EnteredAt",
                    "ExitedAt",
                    "EntryPrice",
                    "ExitPrice",
                    "PnL",
                    "Size",
                    "Type",
                    "Fees");
        }

        @Override
        List<String> used() {
            return List.of("Commissions");
        }

        @Override
        List<String> times() {
            return List.of("EnteredAt", "ExitedAt");
        }

        @Override
        BrokerRow read(Sheet sheet, Line line, Stamps stamps) throws RowFault {
            Cells cells = new Cells(sheet, line, stamps);
            Instant entered = cells.time("EnteredAt");
            Instant exited = cells.time("ExitedAt");
            if (exited.isBefore(entered)) {
                throw new RowFault("ExitedAt is before EnteredAt");
            }
            String type = cells.given("Type").toLowerCase(Locale.ROOT);
            if (!type.equals("long") && !type.equals("short")) {
                throw new RowFault("Type '" + cells.given("Type") + "' is neither Long nor Short");
            }
            BigDecimal fees = cells.costs("Fees");
            BigDecimal commissions = cells.costs("Commissions");
            return new BrokerRow.Trip(
                    line.number(),
                    number(cells.given("Id")),
                    Instrument.symbol("ContractName", cells.given("ContractName"), entered),
                    type.equals("long"),
                    cells.contracts("Size"),
                    entered,
                    cells.number("EntryPrice"),
                    exited,
                    cells.number("ExitPrice"),
                    cells.number("PnL").setScale(2, RoundingMode.HALF_EVEN),
                    (fees == null ? BigDecimal.ZERO : fees)
                            .add(commissions == null ? BigDecimal.ZERO : commissions)
                            .setScale(2));
        }
    };

    abstract BrokerRow read(Sheet sheet, Line line, Stamps stamps) throws RowFault;

    /** Columns without which nothing can be read. */
    abstract List<String> needed();

    /** Columns that are read where they are there. */
    abstract List<String> used();

    /** Columns with times. */
    abstract List<String> times();

    /** As it is called in requests. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    String number(String id) throws RowFault {
        if (id.length() > 100) {
            throw new RowFault("the number '" + id + "' is too long");
        }
        return text() + ":" + id;
    }
}

package futures.data.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Rows of one file in its dialect, one at a time into the same {@link Row}. */
public final class RowReader {
    private final Lines lines;
    private final Dialect dialect;
    private final Columns columns;
    private final Fields fields;
    private final StampParser stamps;
    private final ScaledNumber prices;
    private final ScaledNumber volumes;
    private final byte[] only;
    private final long shift;
    private final int width;
    private final Row row = new Row();
    private boolean headerRead;
    private long ignored;

    public RowReader(InputStream in, Dialect dialect) {
        this.lines = new Lines(in);
        this.dialect = dialect;
        this.columns = dialect.columns();
        this.fields = new Fields((byte) dialect.separator());
        this.stamps = new StampParser(dialect.dateForm(), dialect.zone(), dialect.session());
        this.prices = new ScaledNumber(dialect.decimalMark(), dialect.fixedPoint());
        this.volumes = new ScaledNumber(dialect.decimalMark(), false);
        this.only = dialect.only() == null ? null : dialect.only().getBytes(StandardCharsets.UTF_8);
        this.shift = dialect.stamps() == Stamps.CLOSE ? dialect.timeframe().millis() : 0;
        this.width = columns.highest() + 1;
    }

    /**
     * The next row, or null at the end of the file.
     *
     * @throws RowError when the row is bad; reading can go on after it
     */
    public Row next() throws IOException, RowError {
        while (lines.advance()) {
            if (!headerRead && lines.number <= dialect.headerLines()) {
                continue;
            }
            headerRead = true;
            if (!lines.isBlank() && parse()) {
                return row;
            }
        }
        return null;
    }

    /** Whether the row counts: one of another contract does not. */
    private boolean parse() throws RowError {
        byte[] bytes = lines.bytes;
        fields.split(bytes, lines.start, lines.end);
        if (fields.count < width) {
            throw new RowError("the row has " + fields.count + " fields, at least " + width + " are needed");
        }
        if (only != null && !matches(bytes, columns.symbol())) {
            ignored++;
            return false;
        }
        int time = columns.time();
        row.time = stamps.parse(
                        bytes,
                        fields.from[columns.stamp()],
                        fields.to[columns.stamp()],
                        time < 0 ? -1 : fields.from[time],
                        time < 0 ? -1 : fields.to[time])
                - shift;
        row.open = price(bytes, columns.open(), "open");
        row.high = price(bytes, columns.high(), "high");
        row.low = price(bytes, columns.low(), "low");
        row.close = price(bytes, columns.close(), "close");
        row.volume = columns.volume() < 0 ? 0 : count(bytes, columns.volume(), "volume");
        row.openInterest = columns.openInterest() < 0 ? 0 : count(bytes, columns.openInterest(), "open interest");
        check(row);
        return true;
    }

    private boolean matches(byte[] bytes, int field) {
        return Arrays.equals(bytes, fields.from[field], fields.to[field], only, 0, only.length);
    }

    private long price(byte[] bytes, int field, String what) throws RowError {
        return prices.parse(bytes, fields.from[field], fields.to[field], what);
    }

    /** A bar without a stated volume traded an unknown number; it is kept as none, and so is open interest. */
    private long count(byte[] bytes, int field, String what) throws RowError {
        int from = fields.from[field];
        int to = fields.to[field];
        if (from == to || (to - from == 3 && (bytes[from] | 0x20) == 'n')) {
            return 0;
        }
        return volumes.parse(bytes, from, to, what);
    }

    /** What must hold for every bar, whatever it was read from. */
    public static void check(Row row) throws RowError {
        if (row.low > row.high) {
            throw new RowError(
                    "low " + ScaledNumber.decimal(row.low) + " is above high " + ScaledNumber.decimal(row.high));
        }
        inside(row, row.open, "open");
        inside(row, row.close, "close");
        if (row.volume < 0) {
            throw new RowError("volume " + ScaledNumber.decimal(row.volume) + " is below zero");
        }
        if (row.openInterest < 0) {
            throw new RowError("open interest " + ScaledNumber.decimal(row.openInterest) + " is below zero");
        }
    }

    private static void inside(Row row, long price, String what) throws RowError {
        if (price < row.low || price > row.high) {
            throw new RowError(what + " " + ScaledNumber.decimal(price) + " is not between low "
                    + ScaledNumber.decimal(row.low) + " and high " + ScaledNumber.decimal(row.high));
        }
    }

    /** Number of the line that was read last. */
    public long line() {
        return lines.number;
    }

    /** The line that was read last, as it stands in the file. */
    public String text() {
        return lines.text();
    }

    /** Rows of other contracts that were passed over. */
    public long ignored() {
        return ignored;
    }

    /** Numbers with more decimals than are kept. */
    public long rounded() {
        return prices.rounded() + volumes.rounded();
    }
}

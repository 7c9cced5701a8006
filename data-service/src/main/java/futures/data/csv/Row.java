package futures.data.csv;

/** The row that was read last: open time in epoch milliseconds UTC, prices and volume as integers of 10<sup>-9</sup>. */
public final class Row {
    public long time;
    public long open;
    public long high;
    public long low;
    public long close;
    public long volume;
    /** Contracts open, likewise; 0 when the file does not say it. */
    public long openInterest;
}

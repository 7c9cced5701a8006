package futures.backtest.store;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Equity of every bar in few bytes. After a head (mark, bars, initial cash, unit) come blocks of rows: first their times, as
 * differences of differences in milliseconds, then their equity, as differences in units, each a whole number of
 * seven bits a byte with the sign in the lowest. The unit is the largest that divides all differences, often a tick's value or
 * a commission.
 */
public final class EquityPacking {
    private static final int MARK = 0x45513031;
    private static final int BLOCK = 4_096;

    private EquityPacking() {}

    /**
     * @param walk for the unit
     * @param same the same equity once more, for the rows
     */
    public static void write(OutputStream to, EquityWalk walk, EquityWalk same) throws IOException {
        // Files and compressors take a byte at a time for a call of the system or of native code each.
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to, 65_536));
        long unit = unit(walk);
        out.writeInt(MARK);
        out.writeInt(walk.bars());
        out.writeLong(walk.initial());
        out.writeLong(unit);
        long time = 0;
        long step = 0;
        long before = walk.initial();
        long[] equity = new long[BLOCK];
        for (int from = 0; from < walk.bars(); from += BLOCK) {
            int rows = Math.min(BLOCK, walk.bars() - from);
            for (int i = 0; i < rows; i++) {
                same.next();
                long difference = same.time() - time;
                number(out, difference - step);
                step = difference;
                time = same.time();
                equity[i] = same.equity();
            }
            for (int i = 0; i < rows; i++) {
                number(out, (equity[i] - before) / unit);
                before = equity[i];
            }
        }
        out.flush();
    }

    private static long unit(EquityWalk walk) throws IOException {
        long unit = 0;
        long before = walk.initial();
        while (walk.next()) {
            long rest = Math.abs(walk.equity() - before);
            while (rest != 0) {
                long left = unit % rest;
                unit = rest;
                rest = left;
            }
            before = walk.equity();
        }
        return unit == 0 ? 1 : unit;
    }

    private static void number(OutputStream out, long value) throws IOException {
        long left = (value << 1) ^ (value >> 63);
        while ((left & ~0x7FL) != 0) {
            out.write((int) ((left & 0x7F) | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
    }

    /** Null when the content is not packed, as of results that an earlier version stored. */
    public static EquityWalk read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(from, 65_536));
        return in.readInt() == MARK ? new Unpacked(in, in.readInt(), in.readLong(), in.readLong()) : null;
    }

    private static final class Unpacked implements EquityWalk {
        private final DataInputStream in;
        private final int bars;
        private final long initial;
        private final long unit;
        private final long[] times = new long[BLOCK];
        private final long[] values = new long[BLOCK];
        private int bar = -1;
        private long time;
        private long step;
        private long equity;

        Unpacked(DataInputStream in, int bars, long initial, long unit) {
            this.in = in;
            this.bars = bars;
            this.initial = initial;
            this.unit = unit;
            this.equity = initial;
        }

        @Override
        public int bars() {
            return bars;
        }

        @Override
        public long initial() {
            return initial;
        }

        @Override
        public boolean next() throws IOException {
            if (++bar >= bars) {
                return false;
            }
            if (bar % BLOCK == 0) {
                block(Math.min(BLOCK, bars - bar));
            }
            return true;
        }

        private void block(int rows) throws IOException {
            for (int i = 0; i < rows; i++) {
                step += number();
                time += step;
                times[i] = time;
            }
            for (int i = 0; i < rows; i++) {
                equity += number() * unit;
                values[i] = equity;
            }
        }

        private long number() throws IOException {
            long value = 0;
            for (int shift = 0; shift < 64; shift += 7) {
                int next = in.read();
                if (next < 0) {
                    throw new EOFException("stored equity ends too early");
                }
                value |= (long) (next & 0x7F) << shift;
                if (next < 0x80) {
                    break;
                }
            }
            return (value >>> 1) ^ -(value & 1);
        }

        @Override
        public long time() {
            return times[bar % BLOCK];
        }

        @Override
        public long equity() {
            return values[bar % BLOCK];
        }
    }
}

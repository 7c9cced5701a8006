package futures.data.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Integers as fixed-width big-endian unsigned differences from their smallest.
 *
 * <p>Fixed width and byte order let plain SQL pick out one value (see the view {@code market_data}) and let a whole column
 * be unpacked in one loop.
 *
 * @param base  smallest value
 * @param width bytes per value: 1, 2, 4 or 8
 * @param bytes the differences
 */
@SuppressWarnings("ArrayRecordComponent") // columns, never compared as values
record PackedColumn(long base, int width, byte[] bytes) {
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    static PackedColumn pack(long[] values) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (long value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return values.length == 0 ? new PackedColumn(0, 1, new byte[0]) : pack(values, least, most);
    }

    private static PackedColumn pack(long[] values, long base, long most) {
        int width = widthFor(Math.subtractExact(most, base));
        byte[] bytes = new byte[values.length * width];
        switch (width) {
            case 1 -> {
                for (int i = 0; i < values.length; i++) {
                    bytes[i] = (byte) (values[i] - base);
                }
            }
            case 2 -> {
                for (int i = 0; i < values.length; i++) {
                    SHORTS.set(bytes, i * 2, (short) (values[i] - base));
                }
            }
            case 4 -> {
                for (int i = 0; i < values.length; i++) {
                    INTS.set(bytes, i * 4, (int) (values[i] - base));
                }
            }
            default -> {
                for (int i = 0; i < values.length; i++) {
                    LONGS.set(bytes, i * 8, values[i] - base);
                }
            }
        }
        return new PackedColumn(base, width, bytes);
    }

    private static int widthFor(long range) {
        if (range <= 0xFF) {
            return 1;
        }
        if (range <= 0xFFFF) {
            return 2;
        }
        return range <= 0xFFFF_FFFFL ? 4 : 8;
    }

    int size() {
        return bytes.length / width;
    }

    long[] unpack() {
        long[] values = new long[size()];
        switch (width) {
            case 1 -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = base + (bytes[i] & 0xFF);
                }
            }
            case 2 -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = base + ((short) SHORTS.get(bytes, i * 2) & 0xFFFF);
                }
            }
            case 4 -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = base + ((int) INTS.get(bytes, i * 4) & 0xFFFF_FFFFL);
                }
            }
            case 8 -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = base + (long) LONGS.get(bytes, i * 8);
                }
            }
            default -> throw new IllegalStateException("a column of the store has the unknown width " + width);
        }
        return values;
    }
}

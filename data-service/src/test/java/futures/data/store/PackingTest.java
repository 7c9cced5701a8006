package futures.data.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import futures.data.csv.RowError;
import futures.data.csv.ScaledNumber;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackingTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1",
        "5, 260, 1",
        "5, 261, 2",
        "-3, 65532, 2",
        "-3, 65533, 4",
        "7, 4294967302, 4",
        "7, 4294967303, 8",
        "-4000000000000000000, 4000000000000000000, 8"
    })
    void aColumnTakesTheFewestBytesThatHoldItsRange(long least, long most, int width) {
        long[] values = {most, least, least + (most / 2 - least / 2)};
        PackedColumn packed = PackedColumn.pack(values);
        assertEquals(width, packed.width());
        assertEquals(3 * width, packed.bytes().length);
        assertArrayEquals(values, packed.unpack());
    }

    @ParameterizedTest
    @CsvSource({"60000, 1", "86400000, 2", "1000, 3", "3600000, 4"})
    void aChunkComesBackAsItWas(long slotMillis, long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            long start = ChunkRows.startOf(random.nextLong() >> 23, slotMillis);
            ChunkRows rows = new ChunkRows(start, slotMillis);
            int bars = 1 + random.nextInt(ChunkRows.SLOTS);
            long unit = pow10(random.nextInt(10));
            long shift = round % 3 == 0 ? random.nextInt((int) Math.min(slotMillis, 5000)) : 0;
            for (int i = 0; i < bars; i++) {
                long time = start + random.nextInt(ChunkRows.SLOTS) * slotMillis + shift;
                long price = (random.nextInt(2_000_000) - 1_000_000) * unit;
                rows.put(time, price, price + unit, price - unit, price, random.nextInt(1 << 30) * ChunkRows.UNIT);
            }
            Chunk chunk = PackedChunk.of(rows).unpack();
            assertEquals(rows.size(), chunk.size());
            ChunkRows again = chunk.rows(start, slotMillis);
            for (int slot = 0; slot < ChunkRows.SLOTS; slot++) {
                assertEquals(rows.has(slot), again.has(slot));
                assertEquals(true, !rows.has(slot) || rows.sameBar(again, slot));
            }
        }
    }

    @Test
    void aServedPriceIsTheDoubleNearestToItsText() throws RowError {
        Random random = new Random(11);
        ScaledNumber numbers = new ScaledNumber('.', false);
        for (int i = 0; i < 200_000; i++) {
            int decimals = random.nextInt(10);
            long digits = random.nextLong(2_000_000_000_000_000L / pow10(9 - decimals));
            String text = new BigDecimal(java.math.BigInteger.valueOf(digits - digits / 2), decimals).toPlainString();
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            long scaled = numbers.parse(bytes, 0, bytes.length, "price");
            ChunkRows rows = new ChunkRows(0, 60_000);
            rows.put(0, scaled, scaled, scaled, scaled, 0);
            double[] served = new double[1];
            PackedChunk.of(rows).unpack().doubles(ChunkRows.CLOSE, 0, 1, served, 0);
            assertEquals(Double.parseDouble(text), served[0], 0.0, text);
        }
    }

    private static long pow10(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }
}

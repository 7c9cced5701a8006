package futures.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** However numbers are handed over, the hash is of their eight bytes one after the other. */
class Sha256Test {
    @Test
    void numbersOneByOneAndSixAtOnceAreTheSameBytes() throws Exception {
        Random random = new Random(1);
        for (int rows : new int[] {0, 1, 170, 171, 5_000}) {
            Sha256 oneByOne = new Sha256().add("ES").add(7L);
            Sha256 sixAtOnce = new Sha256().add("ES").add(7L);
            ByteBuffer bytes = ByteBuffer.allocate(8 + 2 + 8 + rows * 48);
            bytes.putLong(2).put((byte) 'E').put((byte) 'S').putLong(7);
            for (int i = 0; i < rows; i++) {
                long first = random.nextLong();
                double[] others = random.doubles(5).toArray();
                if (i % 3 == 0) {
                    others[2] = -0.0;
                }
                oneByOne.add(first);
                bytes.putLong(first);
                for (double other : others) {
                    oneByOne.add(other);
                    bytes.putLong(other == 0 ? 0 : Double.doubleToRawLongBits(other));
                }
                sixAtOnce.add(first, others[0], others[1], others[2], others[3], others[4]);
            }
            String expected = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
            assertEquals(expected, sixAtOnce.hex(), rows + " rows");
            assertEquals(expected, oneByOne.hex(), rows + " rows");
        }
    }
}

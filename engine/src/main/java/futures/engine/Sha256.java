package futures.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes numbers and texts in one fixed form: big-endian, texts as UTF-8 after their length. */
final class Sha256 {
    private final MessageDigest digest = algorithm();
    private final ByteBuffer buffer = ByteBuffer.allocate(8192);

    private static MessageDigest algorithm() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    Sha256 add(long value) {
        if (buffer.remaining() < Long.BYTES) {
            drain();
        }
        buffer.putLong(value);
        return this;
    }

    /**
     * Six numbers, as one after the other. To look for room once and not at each has the JIT compiler lay out the digest once, too, and not
     * six times at the beginning of a run.
     */
    Sha256 add(long first, double second, double third, double fourth, double fifth, double sixth) {
        if (buffer.remaining() < 6 * Long.BYTES) {
            drain();
        }
        buffer.putLong(first).putLong(bits(second)).putLong(bits(third));
        buffer.putLong(bits(fourth)).putLong(bits(fifth)).putLong(bits(sixth));
        return this;
    }

    /** By its bits; the two zeros count as one, and so do all NaNs. */
    Sha256 add(double value) {
        return add(bits(value));
    }

    private static long bits(double value) {
        return Double.doubleToLongBits(value == 0 ? 0.0 : value);
    }

    Sha256 add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add((long) bytes.length);
        return add(bytes);
    }

    Sha256 add(byte[] bytes) {
        drain();
        digest.update(bytes);
        return this;
    }

    /** Lower-case hexadecimal; ends this hash. */
    String hex() {
        drain();
        return HexFormat.of().formatHex(digest.digest());
    }

    private void drain() {
        digest.update(buffer.array(), 0, buffer.position());
        buffer.clear();
    }
}

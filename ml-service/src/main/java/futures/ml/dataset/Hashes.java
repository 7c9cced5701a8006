package futures.ml.dataset;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Content as one short text: SHA-256, in hexadecimal. */
public final class Hashes {
    private final MessageDigest digest;

    /** Of nothing yet. */
    public Hashes() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Of texts, each ended, so that two that follow each other are not one. */
    public static String of(String... texts) {
        Hashes hashes = new Hashes();
        for (String text : texts) {
            hashes.add(text);
        }
        return hashes.text();
    }

    /** Of bytes. */
    public static String of(byte[] bytes) {
        Hashes hashes = new Hashes();
        hashes.digest.update(bytes);
        return hashes.text();
    }

    /** Adds a text. */
    public Hashes add(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return this;
    }

    /** Adds the bits of numbers; all that are not numbers are one. */
    public Hashes add(double[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(8 << 10);
        for (double value : values) {
            buffer.putLong(Double.doubleToLongBits(value));
            if (!buffer.hasRemaining()) {
                digest.update(buffer.array());
                buffer.clear();
            }
        }
        digest.update(buffer.array(), 0, buffer.position());
        return this;
    }

    /** Adds whole numbers. */
    public Hashes add(int[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES * values.length);
        buffer.asIntBuffer().put(values);
        digest.update(buffer.array());
        return this;
    }

    /** All that was added, once. */
    public String text() {
        return HexFormat.of().formatHex(digest.digest());
    }
}

package futures.ml.bars;

import futures.model.BarSeries;
import futures.model.ContractSpec;
import futures.model.Roll;
import futures.model.RollCalendar;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The content of a series as one short text: equal series have equal hashes, whatever file or import they came from. */
final class SeriesHash {
    private static final int CHUNK = 1 << 13;

    private SeriesHash() {}

    static String of(BarSeries bars, ContractSpec contract, RollCalendar rolls) {
        MessageDigest digest = sha256();
        text(
                digest,
                bars.symbol() + "|" + bars.form() + "|" + contract.symbol() + "|" + contract.ticks() + "|"
                        + contract.pointValue().toPlainString() + "|" + contract.calendar() + "|"
                        + contract.regularHours());
        for (Roll roll : rolls.rolls()) {
            text(
                    digest,
                    roll.time() + roll.from() + roll.to() + roll.oldPrice().toPlainString() + "|"
                            + roll.newPrice().toPlainString());
        }
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK * 7 * Long.BYTES);
        for (int i = 0; i < bars.size(); i++) {
            buffer.putLong(bars.openTime(i)).putLong(bars.closeTime(i));
            buffer.putDouble(bars.open(i)).putDouble(bars.high(i)).putDouble(bars.low(i));
            buffer.putDouble(bars.close(i)).putDouble(bars.volume(i));
            if (!buffer.hasRemaining()) {
                digest.update(buffer.array(), 0, buffer.position());
                buffer.clear();
            }
        }
        digest.update(buffer.array(), 0, buffer.position());
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void text(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

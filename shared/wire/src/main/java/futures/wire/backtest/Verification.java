package futures.wire.backtest;

import java.time.Instant;
import java.util.List;

/**
 * What came of running a backtest once more in a process of its own.
 *
 * @param verdict         {@code verified}: the same result hash; {@code changed}: another one, and the differences say what is
 *                        no longer what it was; {@code not_reproducible}: another one although nothing changed
 * @param text            the verdict in a sentence
 * @param differences     entries of the manifest that are not what they were, the JDK apart
 * @param resultHash      of the stored result
 * @param resultHashAgain of the run that was made to verify it
 * @param jdk             Java runtime of the stored result
 * @param jdkAgain        Java runtime of the run that was made to verify it
 */
public record Verification(
        String verdict,
        String text,
        List<Difference> differences,
        String resultHash,
        String resultHashAgain,
        String jdk,
        String jdkAgain,
        Instant checked) {

    /**
     * One entry of the manifest.
     *
     * @param entry  e.g. {@code data_hash}, or {@code markets[0].data_hash} of a joint run
     * @param stored as it was
     * @param now    as it is
     */
    public record Difference(String entry, String stored, String now) {}
}

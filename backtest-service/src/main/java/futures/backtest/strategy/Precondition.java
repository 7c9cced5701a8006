package futures.backtest.strategy;

import futures.kit.http.Problem;
import java.util.Arrays;

/**
 * What a file must be for an upload to replace it, by the headers of the request: nobody's change is lost unseen.
 *
 * @param match     value of {@code If-Match}: hashes, each in quotes or bare, or {@code *} for any file; null when it was not sent
 * @param noneMatch value of {@code If-None-Match}: {@code *} for a file that is not there yet; null when it was not sent
 */
public record Precondition(String match, String noneMatch) {
    public static final Precondition NONE = new Precondition(null, null);

    /**
     * @param hash of the file now; null when there is none
     * @throws Problem 412
     */
    void check(String file, String hash) {
        if (match != null && (hash == null || !names(match, hash))) {
            throw Problem.preconditionFailed(file
                            + (hash == null
                                    ? " is not there any more"
                                    : " is another one than was read: its hash is " + hash)
                            + "; read it again, or send the upload without If-Match. Nothing was stored.")
                    .field("If-Match", match, hash == null ? "no such file" : "the file is now " + hash);
        }
        if (noneMatch != null && hash != null && names(noneMatch, hash)) {
            throw Problem.preconditionFailed(
                            file + " is there already, with the hash " + hash + ". Nothing was stored.")
                    .field("If-None-Match", noneMatch, "the file is " + hash);
        }
    }

    private static boolean names(String header, String hash) {
        return Arrays.stream(header.split(","))
                .map(String::strip)
                .anyMatch(one -> one.equals("*") || one.equals(hash) || one.equals('"' + hash + '"'));
    }
}

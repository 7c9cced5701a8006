package futures.data.store;

/**
 * Where the bars of a series came from.
 *
 * @param product   symbol of the contract spec that they trade by, e.g. {@code ES}; null when not known
 * @param source    in words, e.g. {@code import}
 * @param synthetic whether a generator made them, so that no result on them is mistaken for a market's
 */
public record Provenance(String product, String source, boolean synthetic, Adjustment adjustment) {
    /** A file of the user's, about which nothing more is known. */
    public static Provenance imported(String product) {
        return new Provenance(product, "import", false, Adjustment.UNKNOWN);
    }
}

package futures.marketdata;

/**
 * What whoever reads a series tells its own callers to do where it cannot be read.
 *
 * @param noBars   further words to a sentence that says that there are no bars, e.g. {@code ; import some}; may be empty
 * @param contract how a request names a product, e.g. {@code contract=ES}
 */
public record Advice(String noBars, String contract) {}

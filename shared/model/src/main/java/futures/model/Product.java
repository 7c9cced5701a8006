package futures.model;

/** Which product a symbol is of. */
public final class Product {
    private Product() {}

    /** {@code ES} of {@code ESZ24}, {@code ESZ4}, {@code ES.v.0} and {@code ES.v.0@ratio}; any other symbol as it is. */
    public static String of(String symbol) {
        return ContinuousSymbol.parse(symbol)
                .map(ContinuousSymbol::root)
                .or(() -> FuturesContract.parse(symbol).map(FuturesContract::root))
                .or(() -> FuturesContract.rootOfOpenDecade(symbol))
                .orElse(symbol);
    }
}

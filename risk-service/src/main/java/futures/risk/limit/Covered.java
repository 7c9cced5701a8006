package futures.risk.limit;

import futures.model.Product;

/**
 * What an order or a run is part of; null where it is part of none.
 *
 * @param symbol which the limits of its product cover too
 */
public record Covered(String portfolio, String strategy, String symbol) {
    public boolean by(ScopedLimit limit) {
        return switch (limit.scope()) {
            case ALL -> true;
            case PORTFOLIO -> limit.id().equals(portfolio);
            case STRATEGY -> limit.id().equals(strategy);
            case SYMBOL ->
                symbol != null && (limit.id().equals(symbol) || limit.id().equals(Product.of(symbol)));
        };
    }
}

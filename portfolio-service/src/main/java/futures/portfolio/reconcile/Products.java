package futures.portfolio.reconcile;

import futures.kit.http.Problem;
import futures.model.Product;
import futures.portfolio.market.Market;
import futures.portfolio.market.Markets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Products of symbols, each asked for once. */
final class Products {
    private final Markets markets;
    private final Map<String, String> bySymbol = new HashMap<>();
    private final Map<String, Market> known = new HashMap<>();
    private final Map<String, String> unknown = new TreeMap<>();

    Products(Markets markets) {
        this.markets = markets;
    }

    /** As the data service has it, else by the name. */
    String of(String symbol) {
        return bySymbol.computeIfAbsent(symbol, this::ask);
    }

    private String ask(String symbol) {
        try {
            Market market = markets.of(symbol);
            known.put(market.product(), market);
            return market.product();
        } catch (Problem e) {
            unknown.put(symbol, e.getMessage());
            return Product.of(symbol);
        }
    }

    /** By product. */
    Map<String, Market> known() {
        return known;
    }

    /** Why a contract is not known, by symbol. */
    Map<String, String> unknown() {
        return unknown;
    }
}

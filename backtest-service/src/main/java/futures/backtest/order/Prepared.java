package futures.backtest.order;

import java.util.List;

/**
 * An order as the engine takes it, with its markets fetched.
 *
 * @param currency of the account
 * @param warnings about the money of the run, for its answer
 */
public record Prepared<R>(R request, String currency, List<String> warnings) {}

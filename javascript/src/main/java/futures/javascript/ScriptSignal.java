package futures.javascript;

import futures.strategy.tsx.Signal;

/**
 * A signal as it comes out of V8.
 *
 * @param price  number, in what was given last, of the price that it belongs to: that was given last or, when a timer gave it, comes next
 * @param signal what the host acts on
 * @param json   the whole signal as the script gave it; empty unless the facts ask for {@code wholeSignals}
 */
record ScriptSignal(int price, Signal signal, String json) {}

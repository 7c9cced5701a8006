package futures.backtest.strategy;

import java.util.Map;

/** Looks at a script: compiles it and makes its strategy, without prices. Bounded in time and memory, for it runs the script's code. */
public interface ScriptChecker {
    /** @param values of its configuration, by the names of parameters of a run */
    ScriptVerdict check(KeptCode code, Map<String, Object> values) throws InterruptedException;
}

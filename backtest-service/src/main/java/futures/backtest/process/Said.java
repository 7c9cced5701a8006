package futures.backtest.process;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A line of JSON on the process's standard output: how far it is, and at last what came out.
 *
 * @param progress   0 to 1
 * @param manifest   of the result, or what else the process was asked for; null until the end
 * @param resultHash null until the end
 */
public record Said(double progress, String message, JsonNode manifest, String resultHash) {}

package futures.engine;

import java.util.List;

/**
 * What a strategy wrote during a run. It is for people: no part of the result's hash.
 *
 * @param lines   the latest, oldest first
 * @param dropped number of older ones that were not kept
 */
public record StrategyLog(List<LogLine> lines, int dropped) {}

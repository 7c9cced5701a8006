package futures.backtest.worker;

import java.util.List;

/**
 * What a process of scripts is told before its task, to make itself ready.
 *
 * @param home     directory of the installation
 * @param settings every one as {@code key=value}
 */
record Surroundings(String home, List<String> settings) {}

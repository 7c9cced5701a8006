package futures.wire.backtest;

/**
 * One thing that is wrong with a strategy's file.
 *
 * @param file   inside the strategies directory
 * @param line   from 1; null when it is about the whole file, and so is column
 * @param column from 1
 * @param text   the offending text; null when there is none to show
 */
public record StrategyError(String file, Integer line, Integer column, String text, String message) {
    /** File, line and message in one line. */
    public String oneLine() {
        return file + (line == null ? "" : ":" + line + (column == null ? "" : ":" + column)) + ": " + message;
    }
}

package futures.javascript;

/**
 * One thing for which a script cannot be run.
 *
 * @param file   inside the strategies directory
 * @param line   from 1; 0 when it is not known, and so is column
 * @param column from 1
 * @param text   the offending text; null when there is none to show
 */
public record ScriptFlaw(String file, int line, int column, String text, String message) {}

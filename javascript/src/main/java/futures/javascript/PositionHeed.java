package futures.javascript;

import java.util.regex.Pattern;

/**
 * Whether a script may heed what becomes of its signals: a position that it can ask for, a trade whose end it is told. One that does
 * not can be given prices beyond its own signals, before the run has acted on them. The end of a trade is also a moment at which timers
 * are fired.
 */
final class PositionHeed {
    private static final Pattern HEEDS =
            Pattern.compile("onPositionClosed|positionManagement|setTimeout|setInterval|setImmediate");

    private PositionHeed() {}

    /** True where its text has these words; a script that hides them is found out when it has asked, see {@link ScriptSession#heeds}. */
    static boolean possible(ScriptSource source) {
        return source.files().values().stream()
                .anyMatch(text -> HEEDS.matcher(text).find());
    }
}

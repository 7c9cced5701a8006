package futures.javascript;

/** A script threw, did not end in time or ate its memory. The message names its file and line as far as they are known. */
public final class ScriptFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    ScriptFailed(String message) {
        super(message);
    }

    /** The message alone: it is shown to whoever wrote the script. */
    @Override
    @SuppressWarnings("OverrideThrowableToString") // getMessage alone would leave the class's name before it
    public String toString() {
        return getMessage();
    }
}

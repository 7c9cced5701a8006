package futures.model.bars;

/** More bars than can be told apart, or than whoever takes them has room for. */
public final class TooManyBars extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message how many, without a full stop */
    public TooManyBars(String message) {
        super(message);
    }
}

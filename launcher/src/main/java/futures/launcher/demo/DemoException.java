package futures.launcher.demo;

/** A step of the demo did not work; the message says which and why. */
public final class DemoException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DemoException(String message) {
        super(message);
    }
}

package futures.kit.http;

import java.util.ArrayList;
import java.util.List;

/**
 * An answer that says what is wrong and what to do, sent as {@code application/problem+json}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** One wrong input. */
    public record FieldError(String field, String value, String message) {}

    /** The body on the wire. */
    public record Body(
            String type, String title, int status, String detail, String instance, List<FieldError> errors) {}

    private final int status;
    private final String title;
    private final transient List<FieldError> errors = new ArrayList<>();

    public Problem(int status, String title, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
    }

    /** 400: the request is malformed. */
    public static Problem badRequest(String detail) {
        return new Problem(400, "Bad request", detail);
    }

    /** 404: no such thing; the detail gives near names where there are some. */
    public static Problem notFound(String detail) {
        return new Problem(404, "Not found", detail);
    }

    /** 409: it contradicts what is there. */
    public static Problem conflict(String detail) {
        return new Problem(409, "Conflict", detail);
    }

    /** 412: it is not, or no longer, what the request says that it is. */
    public static Problem preconditionFailed(String detail) {
        return new Problem(412, "Precondition failed", detail);
    }

    /** 413: larger than the limits allow. */
    public static Problem tooLarge(String detail) {
        return new Problem(413, "Too large", detail);
    }

    /** 415: not a type that this route takes. */
    public static Problem unsupportedType(String detail) {
        return new Problem(415, "Unsupported media type", detail);
    }

    /** 422: well-formed, but it cannot be done. */
    public static Problem unprocessable(String detail) {
        return new Problem(422, "Unprocessable", detail);
    }

    /** 429: try again later. */
    public static Problem busy(String detail) {
        return new Problem(429, "Busy", detail);
    }

    /** 503: a neighbour that is needed is down. */
    public static Problem unavailable(String detail) {
        return new Problem(503, "Unavailable", detail);
    }

    /** Adds one wrong input. */
    public Problem field(String field, Object value, String message) {
        errors.add(new FieldError(field, value == null ? null : clip(value.toString()), message));
        return this;
    }

    public int status() {
        return status;
    }

    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    Body body(String instance) {
        return new Body(
                "about:blank", title, status, getMessage(), instance, errors.isEmpty() ? null : List.copyOf(errors));
    }

    private static String clip(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }
}

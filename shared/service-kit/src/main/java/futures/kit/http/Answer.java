package futures.kit.http;

/**
 * An answer other than a plain 200.
 *
 * @param location where the thing that was made can be read; null when there is none
 * @param body     null for an empty body
 */
public record Answer(int status, String location, Object body) {
    public static Answer created(String location, Object body) {
        return new Answer(201, location, body);
    }

    /** Work goes on; the location tells how far it is. */
    public static Answer accepted(String location, Object body) {
        return new Answer(202, location, body);
    }

    public static Answer noContent() {
        return new Answer(204, null, null);
    }
}

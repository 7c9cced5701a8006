package futures.kit;

import futures.kit.http.Routes;
import java.util.List;
import java.util.Map;

/** What a service module contributes to its process. */
public interface Service extends AutoCloseable {
    /** Declares what it answers. */
    void routes(Routes routes);

    /** Further details for {@code /health}, read at each request; keep it quick. */
    default Map<String, Object> details() {
        return Map.of();
    }

    /** Runs once the port is open: go on with what was left, tell others. */
    default void started() {}

    /** Paths that pages ask first; see {@link FirstRequests}. */
    default List<String> firstAsked() {
        return List.of();
    }

    /** Runs after the port is closed. */
    @Override
    void close();
}

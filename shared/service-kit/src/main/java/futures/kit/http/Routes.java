package futures.kit.http;

import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;

/** Collects a service's routes. What is declared here is what is checked, served and documented. */
public final class Routes {
    private final List<Route> all = new ArrayList<>();

    public Route get(String path) {
        return add(HandlerType.GET, path);
    }

    public Route post(String path) {
        return add(HandlerType.POST, path);
    }

    public Route put(String path) {
        return add(HandlerType.PUT, path);
    }

    public Route delete(String path) {
        return add(HandlerType.DELETE, path);
    }

    private Route add(HandlerType method, String path) {
        Route route = new Route(method, path);
        all.add(route);
        return route;
    }

    List<Route> all() {
        return all;
    }
}

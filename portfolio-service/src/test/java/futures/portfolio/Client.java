package futures.portfolio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import futures.kit.Calls;
import futures.kit.json.Json;
import java.net.URI;
import java.util.Map;

/** Calls the service and keeps decimals as they stand on the wire: money has two. */
final class Client {
    private final Calls calls;

    Client(URI base) {
        this.calls = new Calls(base);
    }

    record Reply(int status, String location, String text) {
        JsonNode json() {
            try {
                return Json.mapper().readTree(text);
            } catch (JsonProcessingException e) {
                throw new AssertionError(text, e);
            }
        }
    }

    Reply get(String path) {
        return reply(calls.get(path));
    }

    Reply post(String path, String json) {
        return reply(calls.post(path, json));
    }

    Reply delete(String path) {
        return reply(calls.delete(path));
    }

    Reply send(String method, String path, String body, Map<String, String> headers) {
        return reply(calls.send(method, path, body, headers));
    }

    private static Reply reply(Calls.Reply reply) {
        return new Reply(reply.status(), reply.location(), reply.text());
    }
}

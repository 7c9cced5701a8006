package futures.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import futures.kit.json.Json;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Problem bodies for requests that the HTTP library refuses before any route sees them, such as those for {@code /%00}. */
final class UnreadableRequests extends ErrorHandler {
    @Override
    protected void generateResponse(
            Request request, Response response, int code, String message, Throwable cause, Callback callback) {
        Problem problem = new Problem(
                code,
                "Refused",
                "The request could not be read: " + message
                        + ". Look at the signs in its address and at its headers; see /docs for all routes.");
        try {
            byte[] body = Json.mapper()
                    .writeValueAsBytes(problem.body(request.getHttpURI().getPath()));
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
            response.write(true, ByteBuffer.wrap(body), callback);
        } catch (JsonProcessingException e) {
            callback.failed(e);
        }
    }
}

package futures.portfolio.ledger;

import futures.kit.http.Answer;
import futures.kit.http.Problem;
import futures.kit.http.Request;

/** The key that makes a request safe to send twice, in the header {@code Idempotency-Key} or a field of the body. */
public final class RequestKey {
    private static final String HEADER = "Idempotency-Key";
    private static final String AGAIN_HEADER = "Idempotent-Replayed";

    private RequestKey() {}

    /**
     * @param field the body's; null when it has none
     * @return null when there is none
     */
    public static String of(Request request, String field) {
        String header = request.context().header(HEADER);
        if (header != null && field != null && !header.equals(field)) {
            throw Problem.badRequest("The header " + HEADER + " and the field idempotency_key differ; send one.")
                    .field("idempotency_key", field, "the header says '" + header + "'");
        }
        String key = header == null ? field : header;
        if (key != null && (key.isBlank() || key.length() > KeyedRequests.LONGEST_KEY)) {
            throw Problem.badRequest("The idempotency key must have 1 to " + KeyedRequests.LONGEST_KEY + " characters.")
                    .field("idempotency_key", key, "must have 1 to " + KeyedRequests.LONGEST_KEY + " characters");
        }
        return key;
    }

    /** @throws Problem 400 when there is none */
    static String required(Request request, String field) {
        String key = of(request, field);
        if (key == null) {
            throw Problem.badRequest("Add the header " + HEADER + " or the field idempotency_key, such as the"
                            + " backtest's id: it keeps a batch that is sent twice from being recorded twice.")
                    .field("idempotency_key", null, "missing");
        }
        return key;
    }

    /** 201, and with a header when it was answered before. */
    public static Answer created(Request request, String location, KeyedRequests.Outcome<?> outcome) {
        if (outcome.again()) {
            request.context().header(AGAIN_HEADER, "true");
        }
        return Answer.created(location, outcome.answer());
    }
}

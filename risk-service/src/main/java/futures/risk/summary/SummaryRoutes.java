package futures.risk.summary;

import futures.kit.http.Problem;
import futures.kit.http.Routes;
import futures.risk.subject.Subject;
import futures.wire.risk.RiskSummary;
import java.util.function.BiConsumer;

/** Shows risk summaries. */
public final class SummaryRoutes {
    private final Summaries summaries;
    private final BiConsumer<String, String> fetch;

    /** @param fetch fetches a subject, by kind and id, that was not heard of; throws a problem when there is none */
    public SummaryRoutes(Summaries summaries, BiConsumer<String, String> fetch) {
        this.summaries = summaries;
        this.fetch = fetch;
    }

    public void declare(Routes routes) {
        declare(routes, Subject.BACKTEST, "id of a backtest that is done");
        declare(routes, Subject.PORTFOLIO, "number of the portfolio");
    }

    private void declare(Routes routes, String subject, String id) {
        routes.get("/api/risk/" + subject + "/{id}/summary")
                .summary("What there is to know about the risk of a " + subject)
                .description("Computed when the " + subject
                        + " was heard of, not when it is asked for. One that was not" + " heard of is fetched first.")
                .path("id", id)
                .answers(RiskSummary.class)
                .handle(request -> summary(subject, request.path("id")));
    }

    private Object summary(String subject, String id) {
        if (!id.matches("[A-Za-z0-9._-]{1,100}")) {
            throw Problem.notFound("There is no " + subject + " '" + id + "'.");
        }
        return summaries.find(subject, id).orElseGet(() -> {
            fetch.accept(subject, id);
            return summaries
                    .find(subject, id)
                    .orElseThrow(() -> Problem.conflict(
                            "The " + subject + " " + id + " has no result yet; ask again when it is done."));
        });
    }
}

package futures.kit.job;

import futures.kit.http.Answer;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import io.javalin.http.sse.SseClient;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The three routes that every kind of job has: state, events, cancel. */
public final class JobRoutes {
    private JobRoutes() {}

    /** @param path e.g. {@code /api/data/imports}; the routes are {@code path/{id}} and {@code path/{id}/events} */
    public static void mount(Routes routes, String path, JobRunner runner) {
        mount(routes, path, runner, id -> Optional.empty());
    }

    /**
     * As the other, for services that remember something of jobs of an earlier process.
     *
     * @param past final status of such a job; empty when there is none of that name
     */
    public static void mount(Routes routes, String path, JobRunner runner, Function<String, Optional<JobStatus>> past) {
        routes.get(path + "/{id}")
                .summary("State and progress of a job")
                .path("id", "as the request that began the job answered")
                .answers(JobStatus.class)
                .handle(request -> runner.find(request.path("id"))
                        .map(Job::status)
                        .or(() -> past.apply(request.path("id")))
                        .orElseThrow(() -> unknown(request)));
        mountEvents(routes, path, runner);
        routes.delete(path + "/{id}")
                .summary("Cancel a job")
                .path("id", "as the request that began the job answered")
                .answers(202, JobStatus.class)
                .handle(request -> {
                    Job job = find(runner, request);
                    if (!runner.cancel(job.id())) {
                        throw Problem.conflict("The job has already ended: "
                                + job.status().state().text() + ".");
                    }
                    return Answer.accepted(path + "/" + job.id(), job.status());
                });
    }

    /** Only the events, for services whose jobs outlive the process and answer the other two from their store. */
    public static void mountEvents(Routes routes, String path, JobRunner runner) {
        routes.get(path + "/{id}/events")
                .summary("A job's progress as server-sent events")
                .description("Event `status` carries the same object as the job itself; the stream ends with the job.")
                .path("id", "as the request that began the job answered")
                .events((request, client) -> follow(find(runner, request), client));
    }

    private static Job find(JobRunner runner, Request request) {
        return runner.find(request.path("id")).orElseThrow(() -> unknown(request));
    }

    private static Problem unknown(Request request) {
        return Problem.notFound("There is no job '" + request.path("id") + "' under way.");
    }

    private static void follow(Job job, SseClient client) {
        Consumer<JobStatus> watcher = status -> {
            synchronized (client) {
                if (!client.terminated()) {
                    client.sendEvent("status", status);
                    if (status.state().isFinal()) {
                        client.close();
                    }
                }
            }
        };
        client.onClose(() -> job.unwatch(watcher));
        client.keepAlive();
        job.watch(watcher);
        watcher.accept(job.status());
    }
}

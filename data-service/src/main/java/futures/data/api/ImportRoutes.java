package futures.data.api;

import futures.data.csv.SourceFile;
import futures.data.load.ImportPlan;
import futures.data.load.ImportRefused;
import futures.data.load.Importer;
import futures.data.load.JsonRows;
import futures.data.load.SourceFiles;
import futures.kit.config.Settings;
import futures.kit.http.Answer;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.kit.job.Job;
import futures.kit.job.JobRoutes;
import futures.kit.job.JobRunner;
import futures.kit.job.JobStatus;
import futures.wire.data.BadRow;
import futures.wire.data.BarMessage;
import futures.wire.data.ImportReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/** Bars into the store. */
public final class ImportRoutes {
    private static final String JOBS = "/api/data/imports";

    private final Store store;
    private final Importer importer;
    private final ImportParameters parameters;
    private final Uploads uploads;
    private final Path imports;
    private final JobRunner jobs;

    public ImportRoutes(Store store, Settings settings, JobRunner jobs) {
        long mostBytes = settings.integer("limits.upload_mb") * 1_048_576L;
        this.store = store;
        this.jobs = jobs;
        this.importer = new Importer(store.database(), store.clock(), mostBytes);
        this.parameters = new ImportParameters(store, settings.zone("time_zone"));
        this.imports = settings.path("directories.imports");
        this.uploads = new Uploads(settings.path("directories.data").resolve("uploads"), mostBytes);
    }

    public void mount(Routes routes) {
        ImportParameters.declare(routes.post("/api/data/import"))
                .summary("Import bars sent as JSON")
                .description("All or nothing, at once. Bars that are stored already change nothing.")
                .body(BarMessage[].class)
                .answers(ImportReport.class)
                .handle(this::importJson);
        ImportParameters.declareFile(ImportParameters.declare(routes.post("/api/data/import/csv")))
                .summary("Import price files")
                .description(
                        "Send the file as the body (`text/csv`, or `application/gzip` and `application/zip`), as the"
                                + " field `file` of a form (`multipart/form-data`), or name a file or directory under the import"
                                + " directory by `path`. The dialect is detected; what cannot be told from the file is asked for."
                                + " Answers with a job; `wait=true` answers with the report when it is done.")
                .bodyOf("text/csv")
                .query("path", Param.text(), "file or directory under directories.imports; .gz and .zip too")
                .query("wait", Param.flag().orElse(false), "answer with the report instead of the job")
                .answers(202, JobStatus.class)
                .handle(this::importFiles);
        JobRoutes.mount(routes, JOBS, jobs);
    }

    private Object importJson(Request request) throws IOException {
        SourceFile rows = JsonRows.of(request.body(BarMessage[].class));
        return run(parameters.plan(request, List.of(rows), false), fraction -> {});
    }

    private Object importFiles(Request request) throws IOException {
        if (request.has("path")) {
            List<SourceFile> files = SourceFiles.under(imports, request.text("path"));
            return start(request, files, () -> {});
        }
        Uploads.Upload upload = uploads.receive(request.context());
        boolean started = false;
        try {
            Object answer = start(request, SourceFiles.uploaded(upload.file(), upload.name()), upload::delete);
            started = true;
            return answer;
        } finally {
            if (!started) {
                upload.delete();
            }
        }
    }

    private Object start(Request request, List<SourceFile> files, Runnable after) throws IOException {
        ImportPlan plan = parameters.plan(request, files, true);
        String id = UUID.randomUUID().toString();
        Consumer<JobStatus> atEnd = status -> {
            if (status.state().isFinal()) {
                after.run();
            }
        };
        Job job = jobs.submit(id, "import", atEnd, handle -> {
            handle.href(Store.href(plan.symbol(), plan.timeframe().toString()));
            return run(plan, fraction -> handle.progress(fraction, "importing " + plan.symbol()));
        });
        if (!request.flag("wait")) {
            return Answer.accepted(JOBS + "/" + id, job.status());
        }
        JobStatus ended = job.finished().join();
        if (ended.result() instanceof ImportReport report) {
            return report;
        }
        Problem problem = Problem.unprocessable(ended.message());
        if (ended.result() instanceof List<?> errors) {
            errors.stream()
                    .filter(Problem.FieldError.class::isInstance)
                    .map(Problem.FieldError.class::cast)
                    .forEach(error -> problem.field(error.field(), error.value(), error.message()));
        }
        throw problem;
    }

    private ImportReport run(ImportPlan plan, DoubleConsumer progress) {
        ImportReport report;
        try {
            report = importer.run(plan, progress);
        } catch (ImportRefused e) {
            Problem problem = Problem.unprocessable(e.getMessage());
            for (BadRow row : e.rows()) {
                problem.field(row.file() + (row.line() > 0 ? ":" + row.line() : ""), row.text(), row.reason());
            }
            throw problem;
        }
        if (!report.dryRun() && report.rowsAdded() + report.rowsReplaced() > 0) {
            store.tellUpdate(
                    "bars_imported", report.symbol(), report.timeframe(), report.rowsAdded() + report.rowsReplaced());
        }
        return report;
    }

    /** Removes what a service that was killed left of its uploads. */
    public void clean() throws IOException {
        Files.createDirectories(imports);
        uploads.clean();
    }
}

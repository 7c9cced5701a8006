package futures.data.api;

import futures.data.api.OpenImports.OpenImport;
import futures.data.csv.SourceFile;
import futures.data.load.ImportPlan;
import futures.data.load.ImportPlan.Commit;
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
import futures.kit.job.JobHandle;
import futures.kit.job.JobRoutes;
import futures.kit.job.JobRunner;
import futures.kit.job.JobStatus;
import futures.kit.job.JobWork;
import futures.wire.data.BadRow;
import futures.wire.data.BarMessage;
import futures.wire.data.ContractsImported;
import futures.wire.data.ImportProgress;
import futures.wire.data.ImportReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Bars into the store. */
public final class ImportRoutes {
    private static final String JOBS = "/api/data/imports";

    private final Store store;
    private final Importer importer;
    private final ImportParameters parameters;
    private final Uploads uploads;
    private final Path imports;
    private final JobRunner jobs;
    private final OpenImports open;
    private volatile boolean stopping;

    public ImportRoutes(Store store, Settings settings, JobRunner jobs) {
        long mostBytes = settings.integer("limits.upload_mb") * 1_048_576L;
        this.store = store;
        this.jobs = jobs;
        this.importer = new Importer(store.database(), store.clock(), mostBytes);
        this.parameters = new ImportParameters(store, settings.zone("time_zone"), mostBytes);
        this.imports = settings.path("directories.imports");
        this.open = new OpenImports(settings.path("directories.data").resolve("imports-open"));
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
        ImportParameters.declareFile(ImportParameters.declareRows(routes.post("/api/data/import/contracts")))
                .summary("Import files of dated contracts, each under the contract that its name says")
                .description(
                        "Names begin like `ESZ24`, `ES 12-24`, `ES_2024_12` or `ESZ2024`, or are in directories so named. Contracts"
                                + " are imported one after the other, each all or nothing (with `commit=file`, each file); one that is"
                                + " refused ends the import, and those before it stay. Answers with a job; `wait=true` answers with the"
                                + " reports when all are done.")
                .query("root", Param.text().required(), "the product, e.g. ES")
                .query("path", Param.text().required(), "directory or archive under directories.imports")
                .query("wait", Param.flag().orElse(false), "answer with the reports instead of the job")
                .answers(202, JobStatus.class)
                .handle(this::importContracts);
        routes.get(JOBS)
                .summary("Imports, newest first, with those that the end of the service interrupted")
                .answers(ImportList.class)
                .handle(request -> imports());
        JobRoutes.mount(routes, JOBS, jobs, open::find);
    }

    private ImportList imports() {
        List<JobStatus> all = new ArrayList<>();
        jobs.all().forEach(job -> all.add(job.status()));
        Collections.reverse(all);
        all.addAll(open.interrupted());
        return new ImportList(all);
    }

    private Object importJson(Request request) throws IOException {
        SourceFile rows = JsonRows.of(request.body(BarMessage[].class));
        return run(parameters.plan(request, List.of(rows), false), progress -> {});
    }

    private Object importFiles(Request request) throws IOException, InterruptedException {
        if (request.has("path")) {
            List<SourceFile> files = SourceFiles.under(imports, request.text("path"));
            return answer(request, start(request, files, false, () -> {}));
        }
        Uploads.Upload upload = uploads.receive(request.context());
        Job job = null;
        try {
            job = start(request, SourceFiles.uploaded(upload.file(), upload.name()), true, upload::delete);
        } finally {
            if (job == null) {
                upload.delete();
            }
        }
        return answer(request, job);
    }

    private Object importContracts(Request request) throws IOException, InterruptedException {
        List<ImportPlan> plans = parameters.contracts(request, SourceFiles.under(imports, request.text("path")));
        String root = plans.get(0).provenance().product();
        Job job = start(request, false, plans.get(0).commit() == Commit.FILE, () -> {}, handle -> {
            List<ImportReport> reports = new ArrayList<>();
            for (ImportPlan plan : plans) {
                int done = reports.size();
                try {
                    reports.add(run(plan, progress -> tell(handle, plan, progress, done, plans.size())));
                } catch (Problem e) {
                    Problem named = Problem.unprocessable(plan.symbol() + ": " + e.getMessage()
                            + (done == 0 ? "" : " The " + done + " contracts before it are imported."));
                    e.errors().forEach(error -> named.field(error.field(), error.value(), error.message()));
                    throw named;
                }
            }
            return new ContractsImported(
                    root, reports.stream().mapToLong(ImportReport::rowsAdded).sum(), reports);
        });
        return answer(request, job);
    }

    private Job start(Request request, List<SourceFile> files, boolean upload, Runnable after) {
        ImportPlan plan = parameters.plan(request, files, true);
        return start(request, upload, plan.commit() == Commit.FILE, after, handle -> {
            handle.href(Store.href(plan.symbol(), plan.timeframe().toString()));
            return run(plan, progress -> tell(handle, plan, progress, 0, 1));
        });
    }

    private Job start(Request request, boolean upload, boolean resumable, Runnable after, JobWork work) {
        String id = UUID.randomUUID().toString();
        Consumer<JobStatus> atEnd = status -> {
            if (status.state().isFinal()) {
                after.run();
                if (!stopping) {
                    open.closed(id);
                }
            }
        };
        open.opened(new OpenImport(
                id, line(request), upload, resumable, store.clock().instant()));
        try {
            return jobs.submit(id, "import", atEnd, work);
        } catch (Problem e) {
            open.closed(id);
            throw e;
        }
    }

    private static Object answer(Request request, Job job) throws InterruptedException {
        return request.flag("wait")
                ? job.awaitResult(Object.class)
                : Answer.accepted(JOBS + "/" + job.id(), job.status());
    }

    private static String line(Request request) {
        String query = request.context().queryString();
        return request.context().path() + (query == null ? "" : "?" + query);
    }

    /** @param done plans of so many that are done */
    private static void tell(JobHandle handle, ImportPlan plan, ImportProgress progress, int done, int plans) {
        double own = progress.bytes() / (1.0 + progress.bytesTotal());
        double fraction = Math.min(0.99, (done + own) / plans);
        String file = progress.files() == 1
                ? ""
                : ", file " + progress.fileNumber() + " of " + progress.files() + ": " + progress.file();
        String which = plans == 1 ? "" : ", contract " + (done + 1) + " of " + plans;
        handle.progress(
                fraction,
                "importing " + plan.symbol() + which + file,
                plans == 1 ? progress.secondsLeft() : null,
                progress);
    }

    private ImportReport run(ImportPlan plan, Consumer<ImportProgress> progress) {
        try {
            return importer.run(plan, progress, this::tellImported);
        } catch (ImportRefused e) {
            Problem problem = Problem.unprocessable(e.getMessage());
            for (BadRow row : e.rows()) {
                problem.field(row.file() + (row.line() > 0 ? ":" + row.line() : ""), row.text(), row.reason());
            }
            throw problem;
        }
    }

    private void tellImported(ImportReport report) {
        long rows = report.rowsAdded() + report.rowsReplaced();
        if (rows > 0) {
            store.tellUpdate("bars_imported", report.symbol(), report.timeframe(), rows);
        }
    }

    /** Removes what a service that was killed left of its uploads, and finds what it left undone. */
    public void clean() throws IOException {
        Files.createDirectories(imports);
        uploads.clean();
        open.load(store.clock().instant());
    }

    /** From now on imports that end do so because the service does. */
    public void stopping() {
        stopping = true;
    }
}

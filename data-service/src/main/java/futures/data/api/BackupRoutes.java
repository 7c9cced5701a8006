package futures.data.api;

import futures.data.backup.Backups;
import futures.data.backup.Restore;
import futures.data.store.Series;
import futures.kit.http.Answer;
import futures.kit.http.Param;
import futures.kit.http.Problem;
import futures.kit.http.Request;
import futures.kit.http.Routes;
import futures.wire.Channels;
import futures.wire.data.BackupAnswer;
import futures.wire.data.BackupList;
import futures.wire.data.RestoreAnswer;
import java.io.IOException;
import java.util.Map;

/** Copies of the store, and the way back to one. */
public final class BackupRoutes {
    private final Store store;
    private final Backups backups;
    private final Restore restore;

    /** @param migrations as the store was opened with */
    public BackupRoutes(Store store, String migrations) {
        this.store = store;
        this.backups = new Backups(store.database(), store.clock());
        this.restore = new Restore(store.database(), migrations, backups, store.clock());
    }

    public void mount(Routes routes) {
        routes.post("/api/database/backup")
                .summary("Make a consistent copy while everything runs")
                .description(
                        "Into `backups/` beside the database; the answer names the file. Imports under way are in it as a"
                                + " whole or not at all.")
                .answers(201, BackupAnswer.class)
                .handle(request -> Answer.created(null, backups.make("")));
        routes.get("/api/database/backups")
                .summary("Backups, newest first")
                .description("All files of `backups/` that end in `.db`. None is ever deleted by itself.")
                .answers(BackupList.class)
                .handle(request -> new BackupList(backups.directory().toString(), backups.list()));
        routes.post("/api/database/restore")
                .summary("Put a backup in the place of the store while everything runs")
                .description(
                        "The backup is checked and, when it is of an older version, brought up to date; then it is taken over in"
                                + " one transaction. What was there is kept as a backup of its own. Answers under way go on with what"
                                + " they began with; while an import runs the answer is 409.")
                .query("file", Param.text().required(), "name of a backup, see GET /api/database/backups")
                .query("confirm", Param.text(), "the name once more, to say that it is meant")
                .answers(RestoreAnswer.class)
                .handle(this::restore);
    }

    private RestoreAnswer restore(Request request) {
        String name = request.text("file");
        if (!name.equals(request.text("confirm"))) {
            throw Problem.badRequest("This replaces all bars, contracts and rates by those of '" + name
                            + "'; add confirm=" + name + " when that is meant.")
                    .field("confirm", request.text("confirm"), "must be " + name);
        }
        BackupAnswer replaced = restore.run(name);
        // Without a symbol: whoever keeps anything drops all of it.
        store.bus().publish(Channels.DATA_UPDATES, "database_restored", "/api/database/info", Map.of("file", name));
        long records = store.all().stream().mapToLong(Series::bars).sum();
        return new RestoreAnswer(name, replaced, records, store.clock().instant());
    }

    /** Removes what a service that was killed left half done. */
    public void clean() throws IOException {
        backups.clean();
    }
}

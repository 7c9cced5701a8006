package futures.data.backup;

import futures.kit.sql.Database;
import java.nio.file.Path;
import java.time.Clock;

/** A process that restores one backup and then the other, again and again, to be killed. */
final class KilledRestore {
    private KilledRestore() {}

    public static void main(String[] args) {
        try (Database database = Database.open(Path.of(args[0]).resolve("futures.db"), "db/data")) {
            Backups backups = new Backups(database, Clock.systemUTC());
            Restore restore = new Restore(database, "db/data", backups, Clock.systemUTC());
            while (true) {
                restore.run("a.db");
                System.out.println("a");
                restore.run("b.db");
                System.out.println("b");
            }
        }
    }
}

package futures.kit;

import futures.kit.bus.Bus;
import futures.kit.config.Settings;
import futures.kit.sql.Database;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** What the kit gives a service. */
public final class ServiceContext {
    private final String name;
    private final Settings settings;
    private final Bus bus;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final List<Database> databases = new ArrayList<>();

    ServiceContext(String name, Settings settings, Bus bus, Clock clock, MeterRegistry metrics) {
        this.name = name;
        this.settings = settings;
        this.bus = bus;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** E.g. {@code data}. */
    public String name() {
        return name;
    }

    public Settings settings() {
        return settings;
    }

    public Bus bus() {
        return bus;
    }

    public Clock clock() {
        return clock;
    }

    public MeterRegistry metrics() {
        return metrics;
    }

    /** A client for another service of this installation. */
    public ServiceClient client(String service) {
        return new ServiceClient(service, settings);
    }

    /**
     * Opens the file {@code <directories.data>/<file>}, which this service alone opens; its integrity shows in the
     * health and it is closed with the service.
     *
     * @param migrations class path folder, e.g. {@code db/data}
     */
    public Database database(String file, String migrations) {
        Database database = Database.open(settings.path("directories.data").resolve(file), migrations);
        databases.add(database);
        return database;
    }

    List<Database> databases() {
        return databases;
    }
}

package futures.risk.measure;

import futures.kit.ServiceContext;
import futures.kit.http.Routes;

/** The routes of measures. */
public final class MeasureRoutes {
    private final SeriesSource sources;

    public MeasureRoutes(ServiceContext context) {
        this.sources = new SeriesSource(context);
    }

    public void declare(Routes routes) {
        new MetricsRoutes(sources).declare(routes);
    }
}

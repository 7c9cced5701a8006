package futures.risk.measure;

import futures.kit.ServiceContext;
import futures.kit.http.Routes;

/** The routes of measures. */
public final class MeasureRoutes {
    private final ServiceContext context;
    private final SeriesSource sources;

    /** Opens nothing; neighbours are asked when a request needs them. */
    public MeasureRoutes(ServiceContext context) {
        this.context = context;
        this.sources = new SeriesSource(context);
    }

    public void declare(Routes routes) {
        new MetricsRoutes(sources).declare(routes);
        new SingleRoutes(sources).declare(routes);
        new VarRoutes(sources).declare(routes);
        new VarBacktestRoutes(sources).declare(routes);
        new StressRoutes(context).declare(routes);
        new InferenceRoutes(sources).declare(routes);
        new SizeRoutes(context.client("data")).declare(routes);
        new RuinRoutes(sources).declare(routes);
    }
}

package futures.risk;

import futures.kit.Service;
import futures.kit.ServiceContext;
import futures.kit.ServiceProcess;
import futures.kit.http.Routes;
import futures.kit.sql.Database;
import futures.risk.alert.Alarm;
import futures.risk.alert.AlertRoutes;
import futures.risk.alert.AlertStore;
import futures.risk.limit.LimitRoutes;
import futures.risk.limit.LimitStore;
import futures.risk.limit.RunLimitsRoutes;
import futures.risk.measure.MeasureRoutes;
import futures.risk.pretrade.CheckRoutes;
import futures.risk.pretrade.PortfolioView;
import futures.risk.pretrade.PreTradeCheck;
import futures.risk.prop.PropRoutes;
import futures.risk.subject.PortfolioReader;
import futures.risk.summary.Summaries;
import futures.risk.summary.SummaryRoutes;
import futures.risk.summary.SummaryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Sets limits, hears of backtests and portfolios, keeps their risk summaries, and says when one passes a limit. */
public final class RiskService implements Service {
    private final ServiceContext context;
    private final LimitStore limits;
    private final AlertStore alerts;
    private final SummaryStore summaryStore;
    private final Summaries summaries;
    private final Listener listener;
    private final PreTradeCheck check;
    private final MeasureRoutes measures;
    private final PropRoutes propFirms;

    /** Opens the store and listens from now on. */
    public RiskService(ServiceContext context) {
        this.context = context;
        this.propFirms = new PropRoutes(context);
        Database database = context.database("risk.db", "db/risk");
        this.limits = new LimitStore(database, context.clock());
        this.alerts = new AlertStore(database, context.clock());
        this.summaryStore = new SummaryStore(database);
        Alarm alarm = new Alarm(database, context.bus(), context.clock());
        this.summaries = new Summaries(summaryStore, limits, alerts, alarm, context.clock());
        this.listener = new Listener(context, summaries);
        this.check = new PreTradeCheck(
                limits,
                context.client("data"),
                new PortfolioView(
                        new PortfolioReader(context.client("portfolio"), context.client("data")), summaryStore),
                context.clock());
        this.measures = new MeasureRoutes(context);
    }

    /** Runs the service as a process of its own. */
    public static void main(String[] args) {
        ServiceProcess.run("risk", args, RiskService::new);
    }

    @Override
    public void routes(Routes routes) {
        new LimitRoutes(limits, listener::limitsChanged).declare(routes);
        new AlertRoutes(alerts).declare(routes);
        new RunLimitsRoutes(limits).declare(routes);
        new SummaryRoutes(summaries, listener::fetch).declare(routes);
        new CheckRoutes(check).declare(routes);
        measures.declare(routes);
        propFirms.declare(routes);
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = listener.details();
        details.put("limits", limits.inForce().limits().size());
        details.put("alerts", alerts.count());
        details.put("database_records", alerts.count() + summaryStore.count());
        return details;
    }

    @Override
    public void started() {
        clean("retention.alert_days", alerts::removeBefore);
        clean("retention.backtest_days", summaryStore::removeBacktestsBefore);
        listener.limitsChanged();
        listener.catchUp();
    }

    private void clean(String days, ToIntFunction<Instant> remove) {
        int keep = context.settings().integer(days);
        if (keep > 0) {
            int ignored = remove.applyAsInt(context.clock().instant().minus(Duration.ofDays(keep)));
        }
    }

    @Override
    public void close() {
        propFirms.close();
        listener.close();
    }
}

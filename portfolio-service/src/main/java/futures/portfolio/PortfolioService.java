package futures.portfolio;

import futures.kit.Service;
import futures.kit.ServiceContext;
import futures.kit.ServiceProcess;
import futures.kit.http.Routes;
import futures.kit.sql.Database;
import futures.kit.sql.Sql;
import futures.portfolio.allocation.AllocationRoutes;
import futures.portfolio.broker.ImportRoutes;
import futures.portfolio.ledger.CorrectionRoutes;
import futures.portfolio.ledger.OrderBatchRoutes;
import futures.portfolio.ledger.PortfolioRoutes;
import futures.portfolio.ledger.TradeRoutes;
import futures.portfolio.reconcile.ReconcileRoutes;
import futures.portfolio.report.ReportRoutes;
import java.util.LinkedHashMap;
import java.util.Map;

/** Records portfolios, orders, positions, round trips and cash. */
public final class PortfolioService implements Service {
    private final ServiceContext context;
    private final Database database;
    private final AllocationRoutes allocations;

    /** Opens the store. */
    public PortfolioService(ServiceContext context) {
        this.context = context;
        this.database = context.database("portfolio.db", "db/portfolio");
        this.allocations = new AllocationRoutes(context, database);
    }

    /** Runs the service as a process of its own. */
    public static void main(String[] args) {
        ServiceProcess.run("portfolio", args, PortfolioService::new);
    }

    @Override
    public void routes(Routes routes) {
        new PortfolioRoutes(context, database).declare(routes);
        new TradeRoutes(context, database).declare(routes);
        new OrderBatchRoutes(context, database).declare(routes);
        new CorrectionRoutes(context, database).declare(routes);
        new ImportRoutes(context, database).declare(routes);
        new ReconcileRoutes(context, database).declare(routes);
        new ReportRoutes(context, database).declare(routes);
        allocations.declare(routes);
    }

    @Override
    public Map<String, Object> details() {
        return database.read(connection -> Sql.first(
                        connection, "SELECT portfolios, trades FROM store_total WHERE id = 1", row -> {
                            Map<String, Object> details = new LinkedHashMap<>();
                            details.put("portfolios", row.getLong("portfolios"));
                            details.put("trades", row.getLong("trades"));
                            details.put("database_records", row.getLong("portfolios") + row.getLong("trades"));
                            return details;
                        })
                .orElseThrow());
    }

    /** The kit closes the store. */
    @Override
    public void close() {
        allocations.close();
    }
}

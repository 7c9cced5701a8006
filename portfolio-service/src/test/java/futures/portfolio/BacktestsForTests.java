package futures.portfolio;

import futures.kit.Service;
import futures.kit.http.Problem;
import futures.kit.http.Routes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A backtest service with one backtest, {@code b1}, of two round trips in MES. */
final class BacktestsForTests implements Service {
    @Override
    public void routes(Routes routes) {
        routes.get("/api/backtests/{id}/trades").handle(request -> {
            if (!request.path("id").equals("b1")) {
                throw Problem.notFound("There is no backtest " + request.path("id") + ".");
            }
            return List.of(
                    trade(1, "2024-03-05T08:30:00-06:00", "5000.00", "2024-03-05T08:41:00-06:00", "5010.25", "102.50"),
                    trade(2, "2024-03-06T08:30:00-06:00", "5000.00", "2024-03-06T08:41:00-06:00", "5005.00", "50.00"));
        });
    }

    private static Map<String, Object> trade(
            int number, String entered, String entry, String exited, String exit, String gross) {
        return Map.of(
                "number",
                number,
                "symbol",
                "MES",
                "side",
                "LONG",
                "contracts",
                2,
                "entry_time",
                entered,
                "entry_price",
                new BigDecimal(entry),
                "exit_time",
                exited,
                "exit_price",
                new BigDecimal(exit),
                "gross",
                new BigDecimal(gross),
                "costs",
                new BigDecimal("5.00"));
    }

    @Override
    public void close() {}
}

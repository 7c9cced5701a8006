package futures.launcher;

import futures.launcher.jvm.JavaCommand.Size;
import futures.wire.ServiceName;
import java.util.List;

/**
 * A service's program, by name only: its classes are in the jar, but nothing here is compiled against them.
 *
 * @param size what its JVM gets
 */
record ServiceMain(ServiceName service, String mainClass, Size size) {
    static final List<ServiceMain> ALL = List.of(
            new ServiceMain(ServiceName.DATA, "futures.data.DataService", Size.MEDIUM),
            new ServiceMain(ServiceName.BACKTEST, "futures.backtest.BacktestService", Size.LARGE),
            new ServiceMain(ServiceName.RISK, "futures.risk.RiskService", Size.LARGE),
            new ServiceMain(ServiceName.ML, "futures.ml.MlService", Size.LARGE),
            new ServiceMain(ServiceName.PORTFOLIO, "futures.portfolio.PortfolioService", Size.MEDIUM));
}

package futures.backtest;

import futures.backtest.lookahead.Proofs;
import futures.backtest.luck.CountedRuns;
import futures.backtest.luck.TrialLedger;
import futures.backtest.montecarlo.MonteCarlos;
import futures.backtest.optimize.Optimizations;
import futures.backtest.optimize.WalkForwards;
import futures.backtest.order.EngineRequests;
import futures.backtest.order.OrderIntake;
import futures.backtest.order.RiskServiceLimits;
import futures.backtest.run.BacktestWork;
import futures.backtest.run.Backtests;
import futures.backtest.run.SweepFigures;
import futures.backtest.sensitivity.RollSensitivities;
import futures.backtest.series.DataClient;
import futures.backtest.series.Markets;
import futures.backtest.store.BacktestStore;
import futures.backtest.store.CodeStore;
import futures.backtest.store.OptimizationStore;
import futures.backtest.store.SearchedRowStore;
import futures.backtest.store.SweepStore;
import futures.backtest.store.VerdictStore;
import futures.backtest.store.WalkForwardStore;
import futures.backtest.strategy.FolderWatch;
import futures.backtest.strategy.HelperFiles;
import futures.backtest.strategy.SourceTexts;
import futures.backtest.strategy.StrategyFiles;
import futures.backtest.strategy.StrategyRegistry;
import futures.backtest.strategy.WarmCompiler;
import futures.backtest.sweep.Sweeps;
import futures.backtest.verify.Verifications;
import futures.backtest.worker.CheckRunner;
import futures.backtest.worker.ScriptRunner;
import futures.kit.Service;
import futures.kit.ServiceContext;
import futures.kit.ServiceProcess;
import futures.kit.config.Settings;
import futures.kit.http.Routes;
import futures.kit.job.JobRoutes;
import futures.kit.job.JobRunner;
import futures.kit.job.JobState;
import futures.kit.sql.Database;
import futures.kit.text.Version;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs backtests on the engine and keeps their results in {@code data/backtests.db}. */
public final class BacktestService implements Service {
    private final BacktestStore store;
    private final CodeStore code;
    private final StrategyRegistry strategies;
    private final StrategyFiles files;
    private final SourceTexts texts;
    private final HelperFiles helpers;
    private final FolderWatch watch;
    private final WarmCompiler warmCompiler = new WarmCompiler();
    private final Markets markets;
    private final JobRunner runner;
    private final Backtests backtests;
    private final RollSensitivities rollSensitivities;
    private final ScriptRunner scripts;
    private final SweepStore sweepStore;
    private final Sweeps sweeps;
    private final Proofs proofs;
    private final OptimizationStore optimizationStore;
    private final SearchedRowStore searchedRows;
    private final Optimizations optimizations;
    private final WalkForwardStore walkForwardStore;
    private final WalkForwards walkForwards;
    private final TrialLedger trials;
    private final MonteCarlos monteCarlos;
    private final ServiceContext context;

    private BacktestService(ServiceContext context) {
        Settings settings = context.settings();
        this.context = context;
        Database database = context.database("backtests.db", "db/backtest");
        this.store = new BacktestStore(database);
        this.code = new CodeStore(database, context.clock());
        Path directory = settings.path("directories.strategies");
        String program = String.join(
                " ",
                Version.product(),
                Integer.toString(settings.integer("scripts.call_seconds")),
                Integer.toString(settings.integer("scripts.heap_mb")));
        VerdictStore verdicts = new VerdictStore(database, new CheckRunner(settings), program);
        this.scripts = new ScriptRunner(settings);
        this.strategies = new StrategyRegistry(directory, code, scripts.expecting(verdicts), context.clock());
        this.files = new StrategyFiles(strategies, directory, context.clock());
        this.helpers = new HelperFiles(strategies, directory);
        this.texts = new SourceTexts(strategies, directory);
        this.watch = new FolderWatch(strategies, directory);
        this.markets = new Markets(
                new DataClient(context.client("data")), context.bus(), settings.integer("backtest.cached_bars"));
        int threads = settings.integer("backtest.threads");
        this.runner = new JobRunner(
                "backtest",
                threads > 0 ? threads : Runtime.getRuntime().availableProcessors(),
                settings.integer("limits.queued_jobs"),
                Duration.ofMinutes(settings.integer("limits.job_minutes")),
                context.clock());
        OrderIntake intake = new OrderIntake(strategies, settings, new RiskServiceLimits(context.client("risk")));
        this.rollSensitivities = new RollSensitivities(intake, strategies, markets, settings, runner);
        EngineRequests requests = new EngineRequests(strategies, markets, settings);
        this.trials = new TrialLedger(database, context.clock());
        CountedRuns counted = new CountedRuns(trials, strategies);
        this.sweepStore = new SweepStore(database);
        this.sweeps = new Sweeps(intake, requests, strategies, sweepStore, counted, runner, settings, context.clock());
        this.proofs = new Proofs(intake, strategies, runner, settings);
        this.optimizationStore = new OptimizationStore(database);
        this.searchedRows = new SearchedRowStore(database, SweepFigures.names());
        this.optimizations = new Optimizations(
                intake,
                requests,
                strategies,
                counted,
                optimizationStore,
                searchedRows,
                runner,
                settings,
                context.clock());
        this.walkForwardStore = new WalkForwardStore(database);
        this.walkForwards = new WalkForwards(
                intake, requests, strategies, counted, walkForwardStore, runner, settings, context.clock());
        this.monteCarlos = new MonteCarlos(store, code, markets, settings, runner);
        BacktestWork work = new BacktestWork(
                intake, requests, scripts, store, counted, context.client("portfolio"), settings, context.clock());
        this.backtests = new Backtests(store, runner, work, context.bus(), context.clock());
    }

    /** For {@code RunningService}: makes the service in this process. */
    public static Service create(ServiceContext context) {
        return new BacktestService(context);
    }

    public static void main(String[] args) {
        ServiceProcess.run("backtest", args, BacktestService::create);
    }

    @Override
    public void routes(Routes routes) {
        new StrategyFileRoutes(strategies, files, texts).declare(routes);
        new HelperFileRoutes(helpers).declare(routes);
        new StrategyRoutes(strategies).declare(routes);
        new CodeRoutes(store, code, strategies).declare(routes);
        new RunRoutes(backtests, strategies).declare(routes);
        new ResultRoutes(store, runner).declare(routes);
        new PartRoutes(store).declare(routes);
        new BandRoutes(store).declare(routes);
        new MarginRoutes(store).declare(routes);
        new VerifyRoutes(
                        store,
                        new Verifications(store, code, strategies, runner, context.settings(), context.clock()),
                        runner)
                .declare(routes);
        new MonteCarloRoutes(store, monteCarlos, runner).declare(routes);
        new RollSensitivityRoutes(rollSensitivities, runner).declare(routes);
        new TrialRoutes(trials).declare(routes);
        new SweepRoutes(sweeps, sweepStore, runner).declare(routes);
        new LookaheadRoutes(proofs, runner).declare(routes);
        new OptimizationRoutes(optimizations, optimizationStore, searchedRows, runner).declare(routes);
        new WalkForwardRoutes(walkForwards, walkForwardStore, runner).declare(routes);
        new OptimizationResultRoutes(optimizationStore, searchedRows, files).declare(routes);
        JobRoutes.mountEvents(routes, "/api/backtests", runner);
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("backtests_done", store.count(JobState.DONE));
        details.put("jobs_running", runner.running());
        details.put("jobs_waiting", runner.waiting());
        details.put("strategies", strategies.names().size());
        details.put("markets_cached", markets.size());
        details.put("cache_hits", markets.hits());
        details.put("cache_fetches", markets.fetches());
        return details;
    }

    @Override
    public void started() {
        sweepStore.endUnfinished(context.clock().instant());
        int days = context.settings().integer("retention.backtest_days");
        if (days > 0) {
            Instant before = context.clock().instant().minus(Duration.ofDays(days));
            store.removeEndedBefore(before);
            code.removeUnused(before, strategies::hash);
            sweepStore.removeEndedBefore(before);
            optimizationStore.removeEndedBefore(before);
            walkForwardStore.removeEndedBefore(before);
        }
        watch.start();
        warmCompiler.start();
        backtests.resume();
        optimizations.resumeAll();
        walkForwards.resumeAll();
    }

    @Override
    public void close() {
        watch.close();
        warmCompiler.close();
        strategies.close();
        backtests.closing();
        optimizations.closing();
        walkForwards.closing();
        runner.close();
        scripts.close();
    }
}

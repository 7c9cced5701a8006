package futures.backtest.montecarlo;

import futures.backtest.order.EngineRequests;
import futures.backtest.process.Said;
import futures.backtest.process.TaskProcess;
import futures.backtest.series.DataClient;
import futures.backtest.strategy.ScriptKind;
import futures.backtest.strategy.StrategyRegistry;
import futures.backtest.worker.History;
import futures.engine.Market;
import futures.javascript.ScriptRuns;
import futures.kit.ServiceClient;
import futures.kit.config.Settings;
import futures.kit.json.Json;
import futures.wire.backtest.BacktestOrder;
import java.io.IOException;
import java.nio.file.Path;

/** The process in which a script runs again, which it may take with it; it says what came of each {@link Rerun} as soon as that is known. */
public final class RerunProcess implements RunHost {
    private final TaskProcess process;
    private final DataClient data;
    private final ScriptRuns scripts;
    private BacktestOrder latest;
    private double share;

    private RerunProcess(TaskProcess process, DataClient data) {
        this.process = process;
        this.data = data;
        this.scripts = ScriptKind.runs();
    }

    public static void main(String[] args) throws IOException {
        TaskProcess.run(RerunTask.class, RerunProcess::run);
    }

    private static void run(RerunTask task, TaskProcess process) {
        Settings settings = Settings.given(Path.of(task.home()), task.settings());
        ScriptKind.allowHere(settings);
        DataClient data = new DataClient(new ServiceClient("data", settings));
        EngineRequests requests = new EngineRequests(StrategyRegistry.told(task.code()), data, settings);
        RerunProcess host = new RerunProcess(process, data);
        new Reruns(requests, task.noise(), host, host::progress).run(task.all(), task.first(), host::ran);
        process.say(new Said(1, "done", null, ""));
    }

    private void progress(double done, String what) {
        share = done;
        process.progress(done, what);
    }

    private void ran(Reran found) {
        process.say(new Said(share, "one is done", Json.mapper().valueToTree(found), null));
    }

    /** Scripts get the bars of this very run many at a time; what they ask for from before it is that of its market in the store. */
    @Override
    public void before(BacktestOrder order, Market market) {
        if (!order.equals(latest)) {
            latest = order;
            scripts.history(new History(data, order));
        }
        scripts.tape(market.contract().symbol(), market.signals());
    }

    /** Nobody reads their reports; their isolates must not add up. */
    @Override
    public void after() {
        scripts.drop();
    }
}

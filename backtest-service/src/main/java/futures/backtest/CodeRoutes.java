package futures.backtest;

import futures.backtest.order.OrderNames;
import futures.backtest.store.BacktestStore;
import futures.backtest.store.CodeStore;
import futures.backtest.store.StoredBacktest;
import futures.backtest.strategy.KeptCode;
import futures.backtest.strategy.StrategyRegistry;
import futures.kit.http.Problem;
import futures.kit.http.Routes;
import futures.wire.backtest.BacktestCode;
import futures.wire.backtest.StrategyCode;
import futures.wire.backtest.StrategyCode.CodeFile;
import futures.wire.backtest.StrategyVersions;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The code that made results, whatever became of the files since. */
final class CodeRoutes {
    private final BacktestStore backtests;
    private final CodeStore code;
    private final StrategyRegistry strategies;

    CodeRoutes(BacktestStore backtests, CodeStore code, StrategyRegistry strategies) {
        this.backtests = backtests;
        this.code = code;
        this.strategies = strategies;
    }

    void declare(Routes routes) {
        routes.get("/api/backtests/{id}/code")
                .summary("The code that made a result")
                .path("id", FoundBacktest.ID)
                .answers(BacktestCode.class)
                .handle(request -> ofBacktest(FoundBacktest.of(backtests, request)));
        routes.get("/api/strategies/{name}/versions")
                .summary("Versions of a strategy that were run, newest first")
                .description("Also of one whose file is gone. Shipped strategies have the program's version only.")
                .path("name", "e.g. MyCross")
                .answers(StrategyVersions.class)
                .handle(request -> versions(request.path("name")));
        routes.get("/api/strategies/{name}/versions/{hash}")
                .summary("The code of one version")
                .path("name", "e.g. MyCross")
                .path("hash", "its content hash")
                .answers(StrategyCode.class)
                .handle(request -> version(request.path("name"), request.path("hash")));
    }

    private BacktestCode ofBacktest(StoredBacktest found) {
        if (found.summary() == null) {
            throw Problem.conflict(
                    "The backtest has no result: it is " + found.state().text() + ".");
        }
        List<StrategyCode> all = new ArrayList<>();
        found.code()
                .forEach((name, hash) -> all.add(code.find(name, hash)
                        .map(this::code)
                        .orElseGet(() -> new StrategyCode(name, "java", hash, null, current(name, hash), List.of()))));
        OrderNames.bots(found.order())
                .forEach((hash, bot) -> code.find(bot, hash).map(this::code).ifPresent(all::add));
        return new BacktestCode(found.id(), all);
    }

    private StrategyVersions versions(String name) {
        List<CodeStore.Version> kept = code.versions(name);
        if (kept.isEmpty()) {
            strategies.describe(name); // 404 when it was never heard of
        }
        return new StrategyVersions(
                name,
                kept.stream()
                        .map(one -> new StrategyVersions.Version(
                                one.hash(),
                                one.kind(),
                                one.entry(),
                                one.firstRun(),
                                current(name, one.hash()),
                                "/api/strategies/" + name + "/versions/" + one.hash()))
                        .toList());
    }

    private StrategyCode version(String name, String hash) {
        return code.find(name, hash)
                .map(this::code)
                .orElseThrow(() -> Problem.notFound("No version " + hash + " of strategy " + name
                                + " was run from a file; GET /api/strategies/" + name
                                + "/versions lists those that were.")
                        .field("hash", hash, "unknown version"));
    }

    private boolean current(String name, String hash) {
        return strategies.hash(name).filter(hash::equals).isPresent();
    }

    private StrategyCode code(KeptCode kept) {
        return new StrategyCode(
                kept.strategy(),
                kept.kind(),
                kept.hash(),
                kept.entry(),
                current(kept.strategy(), kept.hash()),
                kept.files().entrySet().stream().map(CodeRoutes::file).toList());
    }

    private static CodeFile file(Map.Entry<String, byte[]> file) {
        byte[] content = file.getValue();
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return new CodeFile(file.getKey(), content.length, text, null);
        } catch (CharacterCodingException e) {
            return new CodeFile(
                    file.getKey(), content.length, null, Base64.getEncoder().encodeToString(content));
        }
    }
}

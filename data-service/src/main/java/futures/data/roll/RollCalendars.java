package futures.data.roll;

import futures.data.contract.ContractDates;
import futures.data.contract.Contracts;
import futures.data.store.DayVolumes;
import futures.data.store.Series;
import futures.kit.http.Problem;
import futures.model.Roll;
import futures.model.RollCalendar;
import futures.model.TradingCalendar;
import futures.model.roll.ContractChain;
import futures.model.roll.RollBuild;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The roll calendars of the store. One by rule is always what building it from all bars would give: it is built again whenever
 * something that it depends on has changed, which takes no more than the sums by trading day and a few chunks.
 */
public final class RollCalendars {
    private RollCalendars() {}

    public static List<BuiltRolls> kept(Connection connection) throws SQLException {
        return RollTable.all(connection);
    }

    public static List<BuiltRolls> kept(Connection connection, String root) throws SQLException {
        return RollTable.of(connection, root);
    }

    /**
     * Whether there can be calendars of a root.
     *
     * @throws Problem 404 when there is no such product
     */
    public static void check(Connection connection, String root) throws SQLException {
        StoredChain.product(connection, root);
    }

    /**
     * The calendar as of now, built where none is kept or the kept one is not current. Changes nothing.
     *
     * @throws Problem 404 or 422 that says what is missing
     */
    public static BuiltRolls current(Connection connection, String root, SeriesKind kind) throws SQLException {
        Optional<BuiltRolls> kept = RollTable.find(connection, root, kind);
        RollPlan plan = kept.map(BuiltRolls::plan).orElseGet(() -> RollPlan.usual(root, kind));
        if (!plan.edited().isEmpty() && !plan.goesOn()) {
            return kept.orElseThrow();
        }
        StoredChain chain = StoredChain.read(connection, plan);
        String inputs = chain.inputs(connection, plan);
        return kept.isPresent() && kept.get().inputs().equals(inputs)
                ? kept.get()
                : build(connection, plan, chain, inputs);
    }

    /** By a plan, whatever is kept. Changes nothing. */
    public static BuiltRolls build(Connection connection, RollPlan plan) throws SQLException {
        StoredChain chain = StoredChain.read(connection, plan);
        return build(connection, plan, chain, chain.inputs(connection, plan));
    }

    private static BuiltRolls build(Connection connection, RollPlan plan, StoredChain stored, String inputs)
            throws SQLException {
        try {
            ContractChain chain = stored.chain(connection, plan.kind());
            RollBuild build = plan.edited().isEmpty()
                    ? chain.rolls(plan.rule())
                    : chain.rollsBehind(new RollCalendar(plan.edited(), "edited"), plan.rule());
            List<String> warnings = new ArrayList<>(stored.warnings());
            warnings.addAll(build.warnings());
            return new BuiltRolls(plan, build.first(), build.calendar().rolls(), warnings, inputs, 0);
        } catch (IllegalArgumentException e) {
            throw Problem.unprocessable(e.getMessage() + ".")
                    .field("rule", RuleNames.name(plan.rule()), e.getMessage());
        }
    }

    /** A user's rolls, checked by {@link EditedRolls}, in place of what is there. */
    public static BuiltRolls edited(
            Connection connection, String root, SeriesKind kind, List<Roll> rolls, boolean goesOn) throws SQLException {
        RollPlan before = RollTable.find(connection, root, kind)
                .map(BuiltRolls::plan)
                .orElseGet(() -> RollPlan.usual(root, kind));
        RollPlan plan = before.withEdited(rolls, goesOn);
        List<String> warnings = EditedRolls.check(connection, plan);
        if (!goesOn) {
            return new BuiltRolls(plan, rolls.get(0).from(), rolls, warnings, "", 0);
        }
        BuiltRolls built = build(connection, plan);
        warnings.addAll(built.warnings());
        return new BuiltRolls(plan, built.first(), built.rolls(), warnings, built.inputs(), 0);
    }

    /**
     * Keeps a calendar, and the sums by trading day that it was built from; the caller holds a transaction that writes.
     *
     * @return whether its rolls are others than those that were kept
     */
    public static boolean keep(Connection connection, BuiltRolls built, long now) throws SQLException {
        RollPlan plan = built.plan();
        Optional<BuiltRolls> before = RollTable.find(connection, plan.root(), plan.kind());
        for (List<Series> contract : DatedSymbol.stored(connection, plan.root()).values()) {
            for (Series series : contract) {
                DayVolumes.keep(connection, series, tradingDays(connection, plan.root()));
            }
        }
        RollTable.put(connection, built.kept(now));
        return before.isEmpty() || !before.get().revision().equals(built.revision());
    }

    /** Trading days of the product of a root whose calendar was built. */
    public static TradingCalendar tradingDays(Connection connection, String root) throws SQLException {
        return ContractDates.of(
                        Contracts.find(connection, DatedSymbol.productOf(root)).orElseThrow())
                .calendar();
    }

    /** Tick size of the product. */
    public static BigDecimal tick(Connection connection, String root) throws SQLException {
        return Contracts.find(connection, DatedSymbol.productOf(root))
                .orElseThrow()
                .tickSize();
    }

    /** @return whether there was one */
    public static boolean delete(Connection connection, String root, SeriesKind kind) throws SQLException {
        return RollTable.delete(connection, root, kind) > 0;
    }

    /**
     * The contracts of a continuous series one after the other.
     *
     * @throws Problem 422 when there is none so far behind the front contract
     */
    public static RollBuild series(Connection connection, BuiltRolls rolls, int depth) throws SQLException {
        if (depth == 0) {
            return rolls.front();
        }
        try {
            return StoredChain.read(connection, rolls.plan())
                    .chain(connection, SeriesKind.C)
                    .back(depth, rolls.front())
                    .orElseThrow(() -> Problem.unprocessable(
                            "No stored contract of " + rolls.plan().root() + " is " + depth
                                    + " behind the front contract; import later months, or ask for a lower number."));
        } catch (IllegalArgumentException e) {
            throw Problem.unprocessable(e.getMessage() + ".");
        }
    }
}

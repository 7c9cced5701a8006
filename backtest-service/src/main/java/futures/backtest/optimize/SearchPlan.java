package futures.backtest.optimize;

import futures.backtest.optimize.search.CellSpace;
import futures.backtest.optimize.search.Method;
import futures.backtest.sweep.Spaces;
import futures.kit.http.Problem;
import futures.kit.text.NearNames;
import futures.wire.backtest.OptimizationOrder;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * A search before it is begun.
 *
 * @param trials combinations that it will run at most
 * @param stop  which runs are given up; null for none
 * @param all    allowed cells, where they were counted, which is so for a grid; -1 elsewhere
 */
record SearchPlan(
        CellSpace space,
        Spaces spaces,
        Method method,
        int trials,
        long all,
        long seed,
        Objective objective,
        Hopeless stop) {
    private static final int STANDARD = 1_000;
    private static final int SEVERAL_TPE = 2_000;
    private static final long MOST_LOOKED_AT = 10_000_000;

    /** @throws Problem 400 or 422 with the field */
    static SearchPlan of(OptimizationOrder order, Spaces spaces) {
        Objective objective = ObjectiveIntake.read(order.objective(), order.constraints());
        Method method = method(order.method());
        if (spaces.product() >= 0x1p62) {
            throw Problem.unprocessable("These are more combinations (" + spaces.factors()
                            + ") than can be numbered; give larger steps.")
                    .field("spaces", null, "more than 2^62 combinations");
        }
        CellSpace space = new CellSpace(spaces.values(), spaces.conditions());
        long seed = order.seed() == null ? 0 : order.seed();
        int most = method == Method.TPE && objective.several() ? SEVERAL_TPE : method.mostTrials();
        if (order.trials() != null && (order.trials() < 1 || order.trials() > most)) {
            throw Problem.unprocessable(
                            "'trials' of " + method.word() + " may be 1 to " + most + ", found " + order.trials() + ".")
                    .field("trials", order.trials(), "1 to " + most);
        }
        if (method == Method.GRID) {
            return grid(order, spaces, space, seed, objective);
        }
        int wanted = order.trials() == null ? STANDARD : order.trials();
        int trials = (int) Math.min(wanted, space.cells());
        Hopeless stop = stop(order, method, objective, seed, trials);
        return new SearchPlan(space, spaces, method, trials, -1, seed, objective, stop);
    }

    private static SearchPlan grid(
            OptimizationOrder order, Spaces spaces, CellSpace space, long seed, Objective objective) {
        long all = 0;
        if (space.cells() <= MOST_LOOKED_AT) {
            for (long cell = 0; cell < space.cells(); cell++) {
                all += space.allowed(cell) ? 1 : 0;
            }
        }
        if (space.cells() > MOST_LOOKED_AT || (order.trials() == null && all > Method.GRID.mostTrials())) {
            throw Problem.unprocessable(
                            "These are %,d combinations (%s); a grid runs %,d at most. Take larger steps, or another"
                                            .formatted(space.cells(), spaces.factors(), Method.GRID.mostTrials())
                                    + " method, such as random or tpe.")
                    .field("spaces", null, "too many combinations");
        }
        if (all == 0) {
            throw spaces.noneAllowed(space.cells());
        }
        int trials = (int) (order.trials() == null ? all : Math.min(order.trials(), all));
        Hopeless stop = stop(order, Method.GRID, objective, seed, trials);
        return new SearchPlan(space, spaces, Method.GRID, trials, all, seed, objective, stop);
    }

    private static Hopeless stop(OptimizationOrder order, Method method, Objective objective, long seed, int trials) {
        if (!Boolean.TRUE.equals(order.stopEarly())) {
            return null;
        }
        if (method.learns()) {
            throw Problem.unprocessable("stop_early is for grid, random, sobol and latin_hypercube: " + method.word()
                            + " learns from figures that a run which was stopped does not have.")
                    .field("stop_early", true, "not with " + method.word());
        }
        if (objective.constraints().stream().noneMatch(Hopeless::forGood)) {
            throw Problem.unprocessable("stop_early needs a constraint that stays broken once it is: a lower limit on "
                            + String.join(" or ", new TreeSet<>(Hopeless.metrics(true))) + ", or an upper one on "
                            + String.join(" or ", Hopeless.metrics(false)) + ".")
                    .field("stop_early", true, "no such constraint");
        }
        return Hopeless.of(objective.constraints(), seed, trials);
    }

    private static Method method(String given) {
        if (given == null) {
            return Method.GRID;
        }
        List<String> words = Arrays.stream(Method.values()).map(Method::word).toList();
        return Arrays.stream(Method.values())
                .filter(method -> method.word().equals(given))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest("There is no method '" + given + "'"
                                + NearNames.hint(given, words) + " There are " + String.join(", ", words) + ".")
                        .field("method", given, "one of " + String.join(", ", words)));
    }
}

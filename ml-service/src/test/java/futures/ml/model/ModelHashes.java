package futures.ml.model;

import futures.ml.model.Learner.Pause;
import java.util.Map;

/** Fits a model of each kind and prints its hash: what two processes must agree on. */
final class ModelHashes {
    private ModelHashes() {}

    public static void main(String[] args) {
        System.out.print(all());
    }

    static String all() {
        StringBuilder all = new StringBuilder();
        for (LearnerKind kind : LearnerKind.values()) {
            for (Task task : kind.tasks()) {
                Map<String, Double> few = kind.linear() ? Map.of() : Map.of("n_estimators", 25.0, "max_depth", 4.0);
                FittedModel model = kind.learner(task, few, new Preparation(true, kind.linear(), 3), false)
                        .fit(task == Task.REGRESSION ? SmallModels.real() : SmallModels.classes(), 42, Pause.NONE);
                all.append(kind.key())
                        .append(' ')
                        .append(task.key())
                        .append(' ')
                        .append(model.hash())
                        .append('\n');
            }
        }
        return all.toString();
    }
}

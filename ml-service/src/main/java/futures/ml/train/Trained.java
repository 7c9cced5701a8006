package futures.ml.train;

import futures.ml.dataset.Dataset;
import futures.ml.model.FittedModel;
import futures.wire.ml.TrainOrder;
import futures.wire.ml.TrainReport;

/** What a training made. */
public final class Trained {
    private final TrainOrder order;
    private final Dataset dataset;
    private final FittedModel model;
    private final TrainReport report;
    private final double[] outOfFold;

    Trained(TrainOrder order, Dataset dataset, FittedModel model, TrainReport report, double[] outOfFold) {
        this.order = order;
        this.dataset = dataset;
        this.model = model;
        this.report = report;
        this.outOfFold = outOfFold;
    }

    /** Nothing in it is left open. */
    public TrainOrder order() {
        return order;
    }

    public Dataset dataset() {
        return dataset;
    }

    /** Fitted on all rows, calibrated where that was asked for. */
    public FittedModel model() {
        return model;
    }

    public TrainReport report() {
        return report;
    }

    /** By row of the dataset, calibrated like the model; NaN where no fold tested it. */
    public double[] outOfFold() {
        return outOfFold;
    }
}

package futures.analytics.indicator;

/** One of the lines of a study. */
final class StudyLine extends Indicator {
    private final Study study;
    private final int number;

    StudyLine(Study study, int number) {
        this.study = study;
        this.number = number;
    }

    Study study() {
        return study;
    }

    double[] in(double[][] lines) {
        return lines[number];
    }

    @Override
    double[] compute(IndicatorValues values) {
        return in(study.compute(values));
    }

    @Override
    public String toString() {
        return study + "." + study.names()[number];
    }
}

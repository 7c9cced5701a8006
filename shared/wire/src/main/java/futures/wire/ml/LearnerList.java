package futures.wire.ml;

import java.util.List;

/** What can be fitted. */
public record LearnerList(List<Learner> learners) {
    /**
     * One kind.
     *
     * @param tasks {@code classification}, {@code regression} or both
     */
    public record Learner(String kind, String description, List<String> tasks, List<Parameter> parameters) {}

    /** One parameter of it. */
    public record Parameter(
            String name, double standIn, double least, double most, boolean whole, String description) {}
}

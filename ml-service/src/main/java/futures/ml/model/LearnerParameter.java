package futures.ml.model;

/**
 * What can be chosen of a learner.
 *
 * @param name     as libraries for Python have it
 * @param standard what it is when nothing is said
 * @param least    lowest value allowed
 * @param most     highest value allowed
 * @param whole    whether it is a whole number
 * @param about    what it does
 */
public record LearnerParameter(String name, double standard, double least, double most, boolean whole, String about) {
    static LearnerParameter whole(String name, int standard, int least, int most, String about) {
        return new LearnerParameter(name, standard, least, most, true, about);
    }

    static LearnerParameter number(String name, double standard, double least, double most, String about) {
        return new LearnerParameter(name, standard, least, most, false, about);
    }
}

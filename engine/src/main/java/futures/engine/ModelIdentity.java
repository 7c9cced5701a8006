package futures.engine;

/**
 * A model that a strategy could read.
 *
 * @param name            that the order gave it
 * @param model           its id where it was trained
 * @param version         of that model's name
 * @param hash            SHA-256 of its content
 * @param predictionsHash SHA-256 of what it said of the run's bars
 * @param bars            of which it said something
 * @param inTraining      of those, bars that it was trained on: what it says of them tells nothing of how good it is
 */
public record ModelIdentity(
        String name, String model, int version, String hash, String predictionsHash, int bars, int inTraining) {}

package futures.ml.train;

import java.util.Map;

/** What is kept of a fold, so that a training goes on behind it after a restart. */
public final class KeptFold {
    private final Map<String, Object> parameters;
    private final byte[] model;

    /** Parameters that were chosen, and the fold's model as bytes. */
    public KeptFold(Map<String, Object> parameters, byte[] model) {
        this.parameters = parameters;
        this.model = model;
    }

    public Map<String, Object> parameters() {
        return parameters;
    }

    /** Not copied. */
    public byte[] model() {
        return model;
    }
}

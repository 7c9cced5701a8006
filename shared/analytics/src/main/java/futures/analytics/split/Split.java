package futures.analytics.split;

/** Labels to fit on and labels to judge with, both ascending and without one in common. */
public final class Split {
    private final int[] train;
    private final int[] test;
    private final int left;

    Split(int[] train, int[] test, int left) {
        this.train = train;
        this.test = test;
        this.left = left;
    }

    public int[] train() {
        return train.clone();
    }

    public int[] test() {
        return test.clone();
    }

    /** Labels left out of the training because they reach into the test, or start too soon after it. */
    public int purged() {
        return left;
    }
}

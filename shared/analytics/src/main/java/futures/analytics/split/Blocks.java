package futures.analytics.split;

/** Parts of neighbouring labels, as even as can be; the first ones have one more where they are not. */
final class Blocks {
    private final int size;
    private final int count;

    Blocks(int size, int count) {
        if (count < 2 || count > size) {
            throw new IllegalArgumentException(
                    size + " labels cannot be parted into " + count + " folds; 2 to " + size + " are possible");
        }
        this.size = size;
        this.count = count;
    }

    int from(int block) {
        return block * (size / count) + Math.min(block, size % count);
    }

    int to(int block) {
        return from(block + 1);
    }
}

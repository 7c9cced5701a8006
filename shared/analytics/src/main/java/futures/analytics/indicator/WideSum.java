package futures.analytics.indicator;

/** A sum of products of whole numbers in 128 bits: squares of prices in small units overflow 64. */
final class WideSum {
    private static final double TWO_64 = 0x1p64;

    private long high;
    private long low;

    void addProduct(long a, long b) {
        long product = a * b;
        low += product;
        long carry = Long.compareUnsigned(low, product) < 0 ? 1 : 0;
        high += Math.multiplyHigh(a, b) + carry;
    }

    /** Correctly rounded below 2^63, elsewhere to the last two bits. */
    double value() {
        if (high == low >> 63) {
            return low;
        }
        double unsigned = (low >>> 1) * 2.0 + (low & 1);
        return high * TWO_64 + unsigned;
    }
}

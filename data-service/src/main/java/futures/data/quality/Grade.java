package futures.data.quality;

/** A is the best; each check has its own limits. */
enum Grade {
    A,
    B,
    C,
    D,
    F;

    /** The highest shares, 0 to 1, that still get the grade; anything above is an F. */
    record Limits(double a, double b, double c, double d) {
        Grade of(double share) {
            return share <= a ? A : share <= b ? B : share <= c ? C : share <= d ? D : F;
        }
    }
}

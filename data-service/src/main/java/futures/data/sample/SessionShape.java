package futures.data.sample;

/**
 * How much of a day's trading falls on each minute of an ES session (17:00 to 16:00 US Central): quiet in the evening, more
 * when Europe opens, most around the cash open and close of New York with a hollow at noon between them.
 */
final class SessionShape {
    static final int MINUTES = 23 * 60;
    private static final int EUROPE_OPENS = minute(2, 0);
    private static final int CASH_OPENS = minute(8, 30);
    private static final int CASH_CLOSES = minute(15, 0);

    private static final double[] SHARE = shares();

    private SessionShape() {}

    /** Minute of the session of a local time. */
    static int minute(int hour, int minute) {
        return (hour + 7) % 24 * 60 + minute;
    }

    /** Share of the day's volume, and of its variance; all minutes together are 1. */
    static double share(int minute) {
        return SHARE[minute];
    }

    private static double[] shares() {
        double[] shares = new double[MINUTES];
        double sum = 0;
        for (int minute = 0; minute < MINUTES; minute++) {
            shares[minute] = weight(minute);
            sum += shares[minute];
        }
        for (int minute = 0; minute < MINUTES; minute++) {
            shares[minute] /= sum;
        }
        return shares;
    }

    private static double weight(int minute) {
        if (minute < EUROPE_OPENS) {
            return 0.06 + 0.10 * StrictMath.exp(-minute / 20.0);
        }
        if (minute < CASH_OPENS) {
            return 0.15 + 0.10 * StrictMath.exp(-(minute - EUROPE_OPENS) / 45.0);
        }
        if (minute < CASH_CLOSES) {
            double open = StrictMath.exp(-(minute - CASH_OPENS) / 35.0);
            double close = StrictMath.exp(-(CASH_CLOSES - minute) / 30.0);
            return 0.75 + 2.2 * open + 1.6 * close;
        }
        return 0.20;
    }
}

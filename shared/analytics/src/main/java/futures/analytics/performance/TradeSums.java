package futures.analytics.performance;

/** Counts and sums over round trips in one pass; money in millionths. */
final class TradeSums {
    final int trades;
    final int wins;
    final int losses;
    final int longestWinning;
    final int longestLosing;
    final int ambiguous;
    final long bars;
    final long net;
    final long won;
    final long lost;
    final long largestWin;
    final long largestLoss;
    /** Of the round trips that had a stop. */
    final double multiples;

    final int withStop;
    /** Whether all came to the same. */
    final boolean same;

    TradeSums(TradeColumns trips) {
        trades = trips.size();
        int won = 0;
        int lost = 0;
        int winning = 0;
        int losing = 0;
        int mostWinning = 0;
        int mostLosing = 0;
        int doubtful = 0;
        int stops = 0;
        long held = 0;
        long gains = 0;
        long falls = 0;
        long best = trades == 0 ? 0 : trips.net(0);
        long worst = best;
        double ofRisk = 0;
        for (int i = 0; i < trades; i++) {
            long value = trips.net(i);
            if (value > 0) {
                won++;
                gains += value;
                losing = 0;
                mostWinning = Math.max(mostWinning, ++winning);
            } else if (value < 0) {
                lost++;
                falls += value;
                winning = 0;
                mostLosing = Math.max(mostLosing, ++losing);
            } else {
                winning = 0;
                losing = 0;
            }
            best = Math.max(best, value);
            worst = Math.min(worst, value);
            held += trips.barsHeld(i);
            doubtful += trips.ambiguous(i) ? 1 : 0;
            double multiple = trips.riskMultiple(i);
            if (!Double.isNaN(multiple)) {
                ofRisk += multiple;
                stops++;
            }
        }
        this.wins = won;
        this.losses = lost;
        this.longestWinning = mostWinning;
        this.longestLosing = mostLosing;
        this.ambiguous = doubtful;
        this.bars = held;
        this.net = gains + falls;
        this.won = gains;
        this.lost = falls;
        this.largestWin = best;
        this.largestLoss = worst;
        this.multiples = ofRisk;
        this.withStop = stops;
        this.same = best == worst;
    }
}

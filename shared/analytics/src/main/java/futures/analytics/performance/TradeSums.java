package futures.analytics.performance;

/** Counts and sums over round trips in one pass; money in millionths. */
final class TradeSums {
    final int trades;
    final int wins;
    final int losses;
    final int longestWinning;
    final int longestLosing;
    final int ambiguous;
    /** Runs of wins and of losses in turn, those of no result left out. */
    final int runs;

    final long bars;
    final long barsWon;
    final long barsLost;
    /** Before costs: of the round trips that gained and of those that did not. */
    final long grossWon;

    final long grossLost;
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
        int turns = 0;
        int lastSign = 0;
        long held = 0;
        long heldWon = 0;
        long heldLost = 0;
        long grossGains = 0;
        long grossFalls = 0;
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
                heldWon += trips.barsHeld(i);
                losing = 0;
                mostWinning = Math.max(mostWinning, ++winning);
            } else if (value < 0) {
                lost++;
                falls += value;
                heldLost += trips.barsHeld(i);
                winning = 0;
                mostLosing = Math.max(mostLosing, ++losing);
            } else {
                winning = 0;
                losing = 0;
            }
            int sign = Long.signum(value);
            if (sign != 0 && sign != lastSign) {
                turns++;
                lastSign = sign;
            }
            long gross = trips.gross(i);
            grossGains += Math.max(gross, 0);
            grossFalls += Math.min(gross, 0);
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
        this.runs = turns;
        this.bars = held;
        this.barsWon = heldWon;
        this.barsLost = heldLost;
        this.grossWon = grossGains;
        this.grossLost = grossFalls;
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

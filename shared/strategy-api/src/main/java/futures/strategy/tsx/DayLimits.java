package futures.strategy.tsx;

/** What ends a bot's trading for a trading day: its loss, its profit, its trades, losses in a row. */
final class DayLimits {
    /** Sums of cents are not exact in doubles. */
    private static final double NOISE = 1e-6;

    private final double loss;
    private final double profit;
    private final int trades;
    private final int losses;

    private double before;
    private double latest;
    private int tradesOfDay;
    private int inARow;
    private String reached = "";

    /**
     * Each is 0 for none.
     *
     * @param loss   in the account's currency, as profit
     * @param losses that follow each other in one trading day
     */
    DayLimits(double loss, double profit, int trades, int losses) {
        this.loss = loss;
        this.profit = profit;
        this.trades = trades;
        this.losses = losses;
    }

    /** Whether a limit may close a trade. */
    boolean ofMoney() {
        return loss > 0 || profit > 0;
    }

    /** A trading day begins. */
    void day() {
        before = latest;
        tradesOfDay = 0;
        inARow = 0;
        reached = "";
    }

    void entered() {
        tradesOfDay++;
    }

    /** @param net of the whole trade, after costs */
    void closed(double net) {
        inARow = net < 0 ? inARow + 1 : net > 0 ? 0 : inARow;
    }

    /** @param made since the run began, open trades at the latest close, after costs paid */
    void made(double made) {
        latest = made;
        if (!reached.isEmpty()) {
            return;
        }
        double today = made - before;
        if (loss > 0 && today <= NOISE - loss) {
            reached = "daily loss limit";
        } else if (profit > 0 && today >= profit - NOISE) {
            reached = "daily profit target";
        }
    }

    /** Why all trades are to be closed; empty when they are not. */
    String reached() {
        return reached;
    }

    /** Whether a trade may begin. */
    boolean open() {
        return reached.isEmpty() && (trades == 0 || tradesOfDay < trades) && (losses == 0 || inARow < losses);
    }
}

package futures.backtest;

/** Sources of strategies that tests drop. */
final class DroppedCode {
    private DroppedCode() {}

    /** A cross of two averages, without a package, as in the README; the call of {@code crossesAbove} is in line 18. */
    static String cross(String name, int stop) {
        return """
                import futures.model.Order;
                import futures.strategy.*;

                public final class %s extends Strategy {
                    private final IntParameter fast = integer("fast_period", 10, 2, 50, 1, "bars in the fast average");
                    private final IntParameter slow = integer("slow_period", 20, 5, 200, 5, "bars in the slow average");
                    private Line quick;
                    private Line calm;

                    @Override
                    protected void start(Setup setup) {
                        quick = setup.sma(fast.value());
                        calm = setup.sma(slow.value());
                    }

                    @Override
                    protected void onBar(Bars bars, Broker broker) {
                        if (quick.crossesAbove(calm) && broker.flat()) {
                            broker.send(Order.buy(1).withStop(%d).withTarget(32));
                        }
                    }
                }
                """.formatted(name, stop);
    }
}

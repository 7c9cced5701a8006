package futures.backtest.order;

import futures.backtest.strategy.StrategyRegistry;
import futures.engine.FillSettings;
import futures.kit.config.Settings;
import futures.kit.http.Problem;
import futures.model.bars.BarForm;
import futures.wire.backtest.BacktestOrder;
import futures.wire.backtest.RiskLimits;
import java.math.BigDecimal;

/** Refuses orders that cannot be right, and says in the others what they left open. */
public final class OrderIntake {
    private static final BigDecimal MOST_CASH = new BigDecimal("1000000000000");

    private final StrategyRegistry strategies;
    private final Settings settings;
    private final CostChoices costs;
    private final LimitSource limits;

    /** Of orders that are complete, as a process of a run is given them. */
    public OrderIntake(StrategyRegistry strategies, Settings settings) {
        this(strategies, settings, LimitSource.NONE);
    }

    public OrderIntake(StrategyRegistry strategies, Settings settings, LimitSource limits) {
        this.limits = limits;
        this.strategies = strategies;
        this.settings = settings;
        this.costs = new CostChoices(settings);
    }

    /**
     * The order with all stand-ins, so that it means the same however settings and YAML files change later. What depends
     * on the contract (commission, fees, currency) stays open until the market is known. An order that is complete stays as it is.
     *
     * @throws Problem 400, 404 or 422 with field, value and what is allowed
     */
    public BacktestOrder complete(BacktestOrder order) {
        boolean joint = order.strategies() != null;
        BotOrder bot = BotOrder.of(order, strategies);
        if (!joint) {
            Fields.required("strategy_name", bot.strategyName());
            Fields.required("symbol", bot.symbol());
            if (order.markets() != null) {
                throw Problem.badRequest("'markets' belongs to an order with 'strategies'.")
                        .field("markets", order.markets().keySet(), "only with strategies");
            }
        }
        costs.check(order);
        FillSettings fills = FillChoices.settings(order);
        BarForm form = BarChoices.form(order);
        BarChoices.checkFiner(order, form);
        LimitChoices limited = LimitChoices.of(riskLimits(order, bot), fills.checkMargin());
        return new BacktestOrder(
                bot.strategyName(),
                bot.symbol(),
                order.contract(),
                order.startDate(),
                order.endDate(),
                form.name(),
                form.hours().text(),
                cash(order),
                Fields.currency("account_currency", order.accountCurrency()),
                order.commission(),
                order.fees(),
                order.slippageTicks(),
                costs.marketTicks(order),
                costs.stopTicks(order),
                FillChoices.mode(fills),
                order.finerTimeframe(),
                FillChoices.timing(fills),
                FillChoices.limitFill(fills),
                FillChoices.offGridPrices(fills),
                fills.capSlippage(),
                fills.checkMargin(),
                order.maxBarParticipation() == null ? BigDecimal.ZERO : order.maxBarParticipation(),
                joint
                        ? null
                        : StrategyChoice.parameters(
                                strategies.find(bot.strategyName()), "parameters", bot.parameters()),
                bot.name(),
                bot.hash(),
                order.seed() == null ? 0L : order.seed(),
                joint ? new JointChecks(strategies).complete(order) : null,
                order.markets(),
                order.recordToPortfolio(),
                order.portfolioId(),
                order.acceptGradeF(),
                limited.asGiven(),
                order.limitsOf(),
                ModelChoices.of(order),
                order.models() == null ? null : Boolean.TRUE.equals(order.forceInSample()));
    }

    /** Those that are named are looked up once: the complete order says what they were. */
    private RiskLimits riskLimits(BacktestOrder order, BotOrder bot) {
        if (order.riskLimits() != null || order.limitsOf() == null) {
            return order.riskLimits();
        }
        boolean joint = order.strategies() != null;
        // Of several strategies or markets the account is limited only as a whole.
        return limits.of(order.limitsOf(), joint ? null : bot.strategyName(), joint ? null : bot.symbol());
    }

    private BigDecimal cash(BacktestOrder order) {
        BigDecimal cash = order.initialCash() == null ? settings.decimal("defaults.initial_cash") : order.initialCash();
        if (cash.signum() <= 0 || cash.compareTo(MOST_CASH) > 0) {
            throw Fields.outside("initial_cash", cash.toPlainString(), "above 0 and at most 1,000,000,000,000");
        }
        return cash;
    }
}

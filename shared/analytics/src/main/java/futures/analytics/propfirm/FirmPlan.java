package futures.analytics.propfirm;

/**
 * A plan that a firm sells.
 *
 * @param evaluation rules until it is passed
 * @param funded     rules of the account that follows
 * @param fees       what all of it costs
 * @param payouts    what it pays
 */
public record FirmPlan(AccountRules evaluation, AccountRules funded, Fees fees, PayoutRules payouts) {}

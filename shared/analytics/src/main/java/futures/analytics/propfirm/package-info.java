/**
 * Evaluation and funded accounts of proprietary trading firms: what becomes of an account, day by day, under a firm's
 * rules, and how often it passes, fails and pays when the days are drawn again. Pure: no clock, no input, no threads.
 *
 * <p>Money is whole millionths of the account's currency, so that "at or below the floor" is decided exactly.
 */
package futures.analytics.propfirm;

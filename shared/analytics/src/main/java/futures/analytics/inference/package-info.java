/**
 * How far a result can be told from luck. Formulas are named with the paper that they are from; a kurtosis is the raw one, 3
 * for a normal distribution, and a Sharpe ratio is per observation, not annual, wherever nothing else is said.
 */
package futures.analytics.inference;

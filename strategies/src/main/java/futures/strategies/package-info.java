/** The shipped strategies: starting points to read, run and change, not recommendations to trade. */
package futures.strategies;

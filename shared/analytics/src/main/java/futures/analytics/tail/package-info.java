/**
 * How bad a bad period may be: value at risk and expected shortfall by several models, and tests of their forecasts. A loss is
 * a positive number, a level of 0.05 is the worst 5 % of periods.
 */
package futures.analytics.tail;

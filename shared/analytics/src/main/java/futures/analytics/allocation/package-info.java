/** How many contracts to trade. Pure functions on decimals: 3 contracts are never 2.9999999. */
package futures.analytics.allocation;

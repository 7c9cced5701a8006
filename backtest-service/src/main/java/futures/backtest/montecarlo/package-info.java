/** What else could have become of a stored result: by its trades and days drawn again, by chance entries, by other prices and costs. */
package futures.backtest.montecarlo;

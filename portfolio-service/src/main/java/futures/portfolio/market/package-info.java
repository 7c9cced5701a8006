/** What the data service knows of the contracts in a portfolio: their specs and prices. */
package futures.portfolio.market;

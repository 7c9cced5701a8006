/** Portfolios, orders, lots, round trips and cash as they are recorded, and their corrections. */
package futures.portfolio.ledger;

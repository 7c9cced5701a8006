/** What a portfolio holds and has done: positions at the last price, curves, figures and what they are made of. */
package futures.portfolio.report;

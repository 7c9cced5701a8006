/** Reads exports of brokers and platforms into portfolios. */
package futures.portfolio.broker;

/** Orders and answers of {@code /api/allocations} of the portfolio service. Weights are fractions of capital, money is in the account's currency. */
package futures.wire.allocation;

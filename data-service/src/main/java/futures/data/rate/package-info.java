/** Currency rates by day, for accounts in another currency than their contracts. */
package futures.data.rate;

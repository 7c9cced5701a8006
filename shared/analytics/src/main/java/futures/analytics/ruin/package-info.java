/** Odds of losing so much that trading ends, exact where they can be counted and drawn where they cannot. */
package futures.analytics.ruin;

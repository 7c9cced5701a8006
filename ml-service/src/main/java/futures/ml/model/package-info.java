/**
 * What learns, and what it has learnt: learners fit models on chosen rows of columns, models predict, explain themselves and are
 * stored as bytes. The same rows, targets, weights and seed give the same bytes. Everything runs in the thread that asks.
 */
package futures.ml.model;

/** Trainings: cross-fitted models, what their predictions are worth on rows that they had not seen, and a verdict in words. */
package futures.ml.train;

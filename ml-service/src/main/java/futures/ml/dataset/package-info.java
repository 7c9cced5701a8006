/** From bars to rows: features, labels and weights, with the hashes that say what they were made of. */
package futures.ml.dataset;

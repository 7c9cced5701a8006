/** Predictions and signals of registered models, from rows, stored bars or given ones. */
package futures.ml.serve;

/**
 * The catalogue of features: one value for each bar, of what was known at that bar's close. A feature is a
 * {@link futures.ml.feature.FeatureKind} with parameters, or an expression over others.
 */
package futures.ml.feature;

/**
 * Measures of risk: figures of series, tails, stress, inference, sizes and ruin. Whatever is computed is computed in {@code
 * futures.analytics}; what stands here checks requests, fetches what they name, and words answers.
 */
package futures.risk.measure;

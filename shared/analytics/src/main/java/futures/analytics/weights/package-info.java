/**
 * How capital is shared out over several series of returns. Weights are fractions of capital that sum to 1; covariances and
 * means are those of the returns, per period. Quadratic programs are solved by ojAlgo.
 */
package futures.analytics.weights;

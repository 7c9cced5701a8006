/**
 * Which labels a model is fitted on and which it is judged with, so that none of the second is known from the first (López de Prado
 * 2018, "Advances in Financial Machine Learning", chapters 7 and 12, called AFML here). A label has the bar of its event, where it
 * starts, and the last bar that it has seen, its end; labels are in the order of their starts.
 */
package futures.analytics.split;

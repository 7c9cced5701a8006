/**
 * What a model learns from bars: labels, which of them to take, and how much each of them weighs (López de Prado 2018, "Advances
 * in Financial Machine Learning", chapters 2 to 5, called AFML here). Bars are counted from 0. A label belongs to the bar at
 * whose close it is asked for, its event, and spans the bars after it up to its end: the end's close is the last price it has seen.
 */
package futures.analytics.label;

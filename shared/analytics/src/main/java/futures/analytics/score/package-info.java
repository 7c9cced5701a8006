/** How good predictions are, whatever made them. A class is true or false; a probability is that of true; ties count as ties. */
package futures.analytics.score;

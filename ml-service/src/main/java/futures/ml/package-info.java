/**
 * Owns {@code data/models.db} and {@code data/models/}: routes of the machine-learning service, and when each symbol's data changed
 * last, so that a model can be told from one whose data has changed since.
 */
package futures.ml;

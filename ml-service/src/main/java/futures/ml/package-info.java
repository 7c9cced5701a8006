/**
 * Owns {@code data/models/}. It keeps when each symbol's data changed last, so that a model can be told from one whose data
 * has changed since.
 */
package futures.ml;

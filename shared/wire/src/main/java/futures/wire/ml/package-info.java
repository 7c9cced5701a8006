/** What the machine-learning service answers. */
package futures.wire.ml;

/** Measurements of the engine; how to run them and what they gave is in {@code benchmarks/README.md}. */
package futures.benchmarks;

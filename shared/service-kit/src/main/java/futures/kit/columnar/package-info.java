/**
 * Columns of numbers between processes, as an Apache Arrow IPC stream that pandas, Polars, DuckDB and R read too, and as
 * Apache Parquet files for keeping.
 *
 * <p>Only what bars need is written: columns of 64-bit timestamps, 64-bit integers and doubles, none of them with missing
 * values, little-endian, not compressed. The reader takes the same subset from any writer and refuses the rest by name.
 */
package futures.kit.columnar;

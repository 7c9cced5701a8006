/**
 * What in a result deserves a second look, why, and what to do about it. Each check is a class of its own and reads
 * {@link futures.engine.finding.RunFacts}; {@code docs/findings.md} has the table.
 */
package futures.engine.finding;

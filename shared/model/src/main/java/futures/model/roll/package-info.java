/**
 * Roll calendars built from the bars of dated contracts by rule, and the bars of the front contract. The rules as sentences
 * are in {@code docs/rolls.md}.
 */
package futures.model.roll;

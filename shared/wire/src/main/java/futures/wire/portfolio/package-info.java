/** What the portfolio service takes and answers. */
package futures.wire.portfolio;

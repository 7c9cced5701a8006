/** What the risk service takes and gives, apart from what every service does. */
package futures.wire.risk;

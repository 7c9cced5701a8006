/** The question before an order is sent: would it pass a limit? */
package futures.risk.pretrade;

/**
 * Hears of finished backtests and recorded trades, fetches what the notices name, and keeps the latest figures of each. A
 * notice may be lost; what it spoke of may not: at the start and after every outage of Redis the lists are asked.
 */
package futures.risk;

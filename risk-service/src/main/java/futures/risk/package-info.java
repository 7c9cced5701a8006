/**
 * Owns {@code data/risk.db}. Hears of finished backtests and recorded trades, fetches what the notices name, checks it against
 * the limits and keeps a summary of each. A notice may be lost; what it spoke of may not: at the start and after every outage
 * of Redis the lists are asked.
 */
package futures.risk;

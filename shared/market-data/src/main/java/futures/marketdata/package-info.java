/** The data service's series as its neighbours read them: bars as they were traded, contract specs, roll calendars. */
package futures.marketdata;

/** Dated contracts joined at their rolls: calendars of rolls, and continuous series that are made when they are asked for. */
package futures.data.roll;

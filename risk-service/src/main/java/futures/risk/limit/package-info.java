/** The limits that are set: what they cover, how they are checked when they are set, and every set that was in force. */
package futures.risk.limit;

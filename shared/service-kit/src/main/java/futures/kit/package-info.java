/**
 * What makes a process one of ours: how it starts and stops, and what every service shares. Knows nothing of markets.
 */
package futures.kit;

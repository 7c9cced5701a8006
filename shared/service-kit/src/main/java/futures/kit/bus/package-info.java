/** Notices between processes over Redis pub/sub, and a small cache; both may be away without stopping anybody's work. */
package futures.kit.bus;

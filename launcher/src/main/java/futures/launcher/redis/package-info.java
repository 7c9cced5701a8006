/** The Redis server that comes with the system: its binary, its command line, and whether it answers. */
package futures.launcher.redis;

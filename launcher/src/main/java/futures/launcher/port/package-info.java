/** Whether the ports are free, and who has them when they are not. */
package futures.launcher.port;

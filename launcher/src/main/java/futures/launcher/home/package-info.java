/** The directory of an installation: its default files, its lock, and what is running in it. */
package futures.launcher.home;

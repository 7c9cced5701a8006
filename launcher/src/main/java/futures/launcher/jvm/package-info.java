/** The JVMs that the services run in: their flags, and the class-data archive that lets them start fast. */
package futures.launcher.jvm;

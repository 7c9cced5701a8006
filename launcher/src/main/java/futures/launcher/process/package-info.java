/**
 * Child processes: starting them, knowing how they are, starting them again when they die, and ending all of them.
 * Knows nothing of what the children do.
 */
package futures.launcher.process;

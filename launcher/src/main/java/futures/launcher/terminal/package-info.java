/** What the user sees on the terminal. */
package futures.launcher.terminal;

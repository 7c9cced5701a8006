/** {@code java -jar launcher.jar}: the commands, and what each of them does step by step. */
package futures.launcher;

/** Settings: one commented file, then environment variables, then command-line flags, each stronger than the one before. */
package futures.kit.config;

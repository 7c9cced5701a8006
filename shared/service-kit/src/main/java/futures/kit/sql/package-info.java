/** SQLite as every service uses it: one owner per file, one writer, readers beside it, migrations, and a check at start. */
package futures.kit.sql;

/** The routes of the data service; each class declares those of one subject. */
package futures.data.api;

/**
 * What crosses a process: the names of services, routes and channels, and the JSON records of each service in a package
 * of its own. Plain carriers, apart from the domain types, which are mapped to and from them at the edge. JSON names are
 * snake_case, times ISO-8601 with offset.
 */
package futures.wire;

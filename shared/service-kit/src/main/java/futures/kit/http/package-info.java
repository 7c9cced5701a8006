/** HTTP as every service speaks it: declared routes, checked parameters, problem bodies, documentation and metrics. */
package futures.kit.http;

/** Strategies of the TSX Trading Bot, as they are, in an embedded V8. */
package futures.javascript;

// No 'use strict': what is assigned without a declaration becomes global, and this of a plain call is the global object.
function whose() { return this === globalThis; }
module.exports = class {
  processMarketData(price) { return step(price); }
};
function step(price) {
  counted = typeof counted === 'undefined' ? 1 : counted + 1;
  return counted % 20 ? null : { direction: 'LONG', entryPrice: price, counted, sloppy: whose(), octal: 010 };
}

const { Candles } = require('./lib/candles');
const limits = require('./limits.json');
const { weighted } = require('averages');

let made = 0; // of the module: a run must begin with 0

class Candled {
  constructor(config = {}) { this.candles = new Candles(5); this.number = ++made; }
  processMarketData(price, volume, timestamp) {
    const candle = this.candles.add(price, volume, timestamp);
    if (!candle) return { ready: true, signal: null };
    const level = weighted(this.candles.closes(limits.closes));
    return { ready: true, signal: { direction: price > level ? 'LONG' : 'SHORT', entryPrice: price, stopLoss: price - limits.risk,
      takeProfit: price + limits.risk * 2, level, candle, number: this.number } };
  }
  isStrategyReady() { return true; }
}
module.exports = { Candled };

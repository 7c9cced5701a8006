'use strict';

// Two simple averages of closes that cross: long above, short below.
class Cross {
  constructor(config = {}, mainBot = null) {
    this.name = 'CROSS';
    this.version = '1.0';
    this.mainBot = mainBot;
    this.fast = config.fastPeriod || 5;
    this.slow = config.slowPeriod || 12;
    this.closes = [];
    this.before = 0;
  }

  average(period) {
    let sum = 0;
    for (let i = this.closes.length - period; i < this.closes.length; i++) sum += this.closes[i];
    return sum / period;
  }

  processMarketData(price, volume = 1000, timestamp = null) {
    this.closes.push(price);
    if (this.closes.length > this.slow) this.closes.shift();
    if (this.closes.length < this.slow) return { ready: false, signal: null };
    const side = Math.sign(this.average(this.fast) - this.average(this.slow));
    const turned = this.before !== 0 && side !== 0 && side !== this.before;
    if (side !== 0) this.before = side;
    if (!turned) return { ready: true, signal: null };
    return {
      ready: true,
      signal: {
        direction: side > 0 ? 'LONG' : 'SHORT', confidence: 'HIGH', entryPrice: price,
        stopLoss: price - side * 4, takeProfit: price + side * 6, positionSize: 1, timestamp: timestamp.getTime(),
        reason: 'cross', strategyName: this.name
      }
    };
  }

  isStrategyReady() { return this.closes.length >= this.slow; }
  getStatusSummary() { return {}; }
  reset() { this.closes = []; }
}

module.exports = Cross;

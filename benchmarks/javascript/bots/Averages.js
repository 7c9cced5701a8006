'use strict';

// Cheap: two averages of closes as running sums, a signal at each cross.
class Averages {
  constructor(config = {}) {
    this.fast = config.fastPeriod || 20;
    this.slow = config.slowPeriod || 60;
    this.closes = new Array(this.slow).fill(0);
    this.count = 0;
    this.fastSum = 0;
    this.slowSum = 0;
    this.before = 0;
  }

  processMarketData(price, volume, timestamp) {
    const at = this.count % this.slow;
    this.slowSum += price - this.closes[at];
    this.fastSum += price - (this.count >= this.fast ? this.closes[(this.count - this.fast) % this.slow] : 0);
    this.closes[at] = price;
    this.count++;
    if (this.count < this.slow) return { ready: false, signal: null };
    const side = Math.sign(this.fastSum / this.fast - this.slowSum / this.slow);
    const turned = side !== 0 && this.before !== 0 && side !== this.before;
    if (side !== 0) this.before = side;
    if (!turned) return { ready: true, signal: null };
    return {
      ready: true,
      signal: {
        direction: side > 0 ? 'LONG' : 'SHORT', entryPrice: price, stopLoss: price - side * 6, takeProfit: price + side * 9,
        positionSize: 1, timestamp: timestamp.getTime(), reason: 'averages cross', strategyName: 'Averages'
      }
    };
  }
}

module.exports = Averages;

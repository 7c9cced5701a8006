'use strict';

// Every answer is a promise: async helpers over an array of closes, awaited one after the other.
class Promising {
  constructor(config = {}) {
    this.period = config.period || 50;
    this.closes = [];
    this.side = 0;
  }

  async statistics() {
    let sum = 0;
    let squares = 0;
    for (const close of this.closes) {
      sum += close;
      squares += close * close;
    }
    const mean = sum / this.closes.length;
    return { mean, deviation: Math.sqrt(Math.max(0, squares / this.closes.length - mean * mean)) };
  }

  async position(price) {
    const { mean, deviation } = await this.statistics();
    return deviation === 0 ? 0 : (price - mean) / deviation;
  }

  async processMarketData(price, volume, timestamp) {
    this.closes.push(price);
    if (this.closes.length > this.period) this.closes.shift();
    if (this.closes.length < this.period) return { ready: false, signal: null };
    const position = await this.position(price);
    const side = position > 2.2 ? -1 : position < -2.2 ? 1 : 0;
    const turned = side !== 0 && side !== this.side;
    this.side = side === 0 ? this.side : side;
    if (!turned) return { ready: true, signal: null };
    return {
      ready: true,
      signal: {
        direction: side > 0 ? 'LONG' : 'SHORT', entryPrice: price, stopLoss: price - side * 8, takeProfit: price + side * 8,
        positionSize: 1, timestamp: timestamp.toISOString(), reason: `deviation ${position.toFixed(3)}`, strategyName: 'Promising'
      }
    };
  }
}

module.exports = Promising;

'use strict';
const { spread, Averages } = require('./awaited-averages');

// Every promise is awaited where it is made: by itself, one of two, some together, handed on, and in a private method.
class Awaiting {
  #seen = 0;

  constructor(config = {}) {
    this.averages = new Averages(config.period || 20);
    this.side = 0;
    this.closedTrades = 0;
  }

  async #count() { return ++this.#seen; }
  average = async () => this.averages.current();

  async position(price) {
    const [mean, width] = await Promise.all([this.average(), spread(this.averages.closes)]);
    return width === 0 ? 0 : (price - mean) / width;
  }

  async decide(price) {
    const place = this.#seen % 2 ? await this.position(price) : await (async () => this.position(price))();
    return place > 1.5 ? -1 : place < -1.5 ? 1 : 0;
  }

  async analysed(price, timestamp) {
    await this.#count();
    await this.averages.add(price);
    if (!this.averages.full()) return { ready: false, signal: null };
    const side = await this.decide(price);
    const turned = side !== 0 && side !== this.side;
    if (side !== 0) this.side = side;
    if (!turned) return Promise.resolve({ ready: true, signal: null });
    return { ready: true, signal: { direction: side > 0 ? 'LONG' : 'SHORT', entryPrice: price, stopLoss: price - side * 3, takeProfit: price + side * 3,
      positionSize: 1, timestamp: timestamp.toISOString(), reason: `seen ${this.#seen} closed ${this.closedTrades}` } };
  }

  processMarketData(price, volume, timestamp) {
    return this.analysed(price, timestamp);
  }

  onPositionClosed() { this.closedTrades++; }
}

module.exports = Awaiting;

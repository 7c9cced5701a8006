// Every answer is a promise, some of several steps; its state changes between them.
class Promised {
  constructor() { this.sum = 0; this.steps = 0; }
  async step(value) { await null; this.steps++; return value; }
  async processMarketData(price, volume, timestamp) {
    const own = ++this.sum;
    await this.step(price);
    if (own !== this.sum) throw new Error('the next price came before this one was done');
    if (own % 10 !== 0) return { ready: true, signal: null };
    const level = await this.step(price * 1.1);
    return { ready: true, signal: { direction: own % 20 ? 'LONG' : 'SHORT', entryPrice: price, level, steps: this.steps, at: timestamp.toISOString() } };
  }
}
module.exports = Promised;

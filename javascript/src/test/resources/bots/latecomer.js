// Wants to be told of ended trades only after many of them, by a name that its text does not have.
class Latecomer {
  constructor() { this.n = 0; this.won = 0; }
  processMarketData(price) {
    this.n++;
    if (this.n === 1500) this['onPosition' + 'Closed'] = (at, won) => { this.won += won ? 1 : -1; console.log(at.getTime(), this.won); };
    const side = this.won >= 0 ? 1 : -1;
    return { ready: true, signal: Math.random() < 0.05 ? { direction: side > 0 ? 'LONG' : 'SHORT', stopLoss: price - 3 * side, takeProfit: price + 4 * side } : null };
  }
}
module.exports = Latecomer;

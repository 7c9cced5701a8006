// Answers half a minute later, by timers, and is told meanwhile that a trade has ended. Its trades have no stop: a call for margin may end them.
class Patient {
  constructor() { this.n = 0; this.won = 0; }
  processMarketData(price) {
    this.n++;
    const side = Math.random() < 0.5 ? 1 : -1;
    if (this.n % 3 !== 0) return { ready: true, signal: null };
    const signal = { direction: side > 0 ? 'LONG' : 'SHORT', takeProfit: price + (3 + Math.floor(Math.random() * 20)) * side };
    return new Promise(resolve => setTimeout(() => resolve({ ready: true, signal: { ...signal, reason: `${this.won} at ${Date.now()}` } }), side > 0 ? 15000 : 50000));
  }
  onPositionClosed(at, won) { this.won += won ? 1 : -1; }
}
module.exports = Patient;

// Hides that it has timers. Some of its answers come half a minute later, when the trade that they are about may have ended already.
class Belated {
  constructor() { this.n = 0; this.due = 0; }
  processMarketData(price, volume, timestamp) {
    this.n++;
    const side = Math.random() < 0.5 ? 1 : -1;
    const far = 1 + Math.floor(Math.random() * 3);
    const signal = { direction: this.n % 5 === 0 ? 'CLOSE_POSITION' : side > 0 ? 'LONG' : 'SHORT', stopLoss: price - far * side, takeProfit: price + far * side, due: this.due };
    if (this.n % 10 === 0) globalThis['set' + 'Timeout'](() => { this.due++; }, 10000);
    if (this.n % 7 === 0) return new Promise(resolve => globalThis['set' + 'Timeout'](() => resolve({ ready: true, signal, at: new Date().toISOString() }), far * 15000));
    return { ready: true, signal: Math.random() < 0.2 ? { ...signal, reason: `${timestamp.getMinutes()} ${this.due}` } : null };
  }
}
module.exports = Belated;

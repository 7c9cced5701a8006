// Signals at nearly every price for long stretches, now as a value and now as a promise, and closes in between.
class Bursting {
  constructor() { this.n = 0; }
  processMarketData(price, volume, timestamp) {
    this.n++;
    const quiet = this.n % 2000 < 300;
    const way = quiet ? null : this.n % 31 === 0 ? 'CLOSE' : this.n % 62 < 31 ? 'BUY' : 'SELL';
    const answer = { ready: true, signal: way && { type: way, price, reason: `${this.n} at ${timestamp.getHours()}` } };
    if (this.n % 500 === 0) console.log(this.n);
    return this.n % 3 === 0 ? Promise.resolve(answer) : answer;
  }
}
module.exports = Bursting;

// Timers fire between prices, in order, with the time at which they were due.
class Timed {
  constructor() {
    this.fired = [];
    this.sleeps = 0;
    this.every = setInterval(() => this.fired.push(['every', Date.now()]), 45000);
    setTimeout((a, b) => this.fired.push([a + b, Date.now()]), 90500, 'on', 'ce');
    const never = setTimeout(() => this.fired.push(['never', 0]), 60000);
    clearTimeout(never);
    this.sleep();
  }
  async sleep() {
    await new Promise(resolve => setTimeout(resolve, 130000));
    this.sleeps++;
    this.fired.push(['slept', Date.now()]);
    if (this.sleeps < 40) this.sleep();
  }
  processMarketData(price) {
    if (this.fired.length < 12) return { ready: true, signal: null };
    const fired = this.fired;
    this.fired = [];
    return { ready: true, signal: { direction: 'SHORT', entryPrice: price, fired, sleeps: this.sleeps } };
  }
}
module.exports = Timed;

class Candles {
  constructor(minutes) { this.ms = minutes * 60000; this.done = []; this.open = null; }
  add(price, volume, timestamp) {
    const start = Math.floor(timestamp.getTime() / this.ms) * this.ms;
    let closed = null;
    if (this.open && this.open.start !== start) {
      closed = this.open;
      this.done.push(closed);
      this.open = null;
    }
    if (!this.open) this.open = { start, open: price, high: price, low: price, close: price, volume: 0 };
    this.open.high = Math.max(this.open.high, price);
    this.open.low = Math.min(this.open.low, price);
    this.open.close = price;
    this.open.volume += volume;
    return closed;
  }
  closes(count) { return this.done.slice(-count).map(candle => candle.close); }
}
exports.Candles = Candles;

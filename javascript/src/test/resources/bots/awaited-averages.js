async function spread(closes) {
  let square = 0;
  let sum = 0;
  for (const close of closes) {
    sum += close;
    square += close * close;
  }
  const mean = sum / closes.length;
  return Math.sqrt(Math.max(0, square / closes.length - mean * mean));
}

class Averages {
  constructor(period) {
    this.period = period;
    this.closes = [];
  }

  async add(close) {
    this.closes.push(close);
    if (this.closes.length > this.period) this.closes.shift();
  }

  full() { return this.closes.length === this.period; }
  async current() { return this.closes.reduce((sum, close) => sum + close, 0) / this.closes.length; }
}

module.exports = { spread, Averages };

'use strict';

// Modelled on a bot of crossing EMAs that keeps no state of them: at every price it computes both anew over a window of closes, of which it
// makes an object of results, as libraries of indicators do.
class WindowEma {
  constructor(config = {}) {
    this.fast = config.emaFast || 9;
    this.slow = config.emaSlow || 21;
    this.window = config.window || 400;
    this.closes = [];
    this.side = 0;
    this.statistics = { prices: 0, crosses: 0 };
  }

  ema(values, period) {
    const out = [];
    if (values.length < period) return out;
    const weight = 2 / (period + 1);
    let average = values.slice(0, period).reduce((sum, value) => sum + value, 0) / period;
    out.push(average);
    for (let i = period; i < values.length; i++) {
      average = (values[i] - average) * weight + average;
      out.push(average);
    }
    return out;
  }

  calculate() {
    const fast = this.ema(this.closes, this.fast);
    const slow = this.ema(this.closes, this.slow);
    return { fast: fast[fast.length - 1], slow: slow[slow.length - 1], before: { fast: fast[fast.length - 2], slow: slow[slow.length - 2] } };
  }

  processMarketData(price, volume, timestamp) {
    this.statistics.prices++;
    this.closes.push(price);
    if (this.closes.length > this.window) this.closes.shift();
    const environment = { price, volume, timestamp, ready: this.closes.length >= this.slow * 3 };
    if (!environment.ready) return { ready: false, signal: null, environment };
    const averages = this.calculate();
    Object.assign(environment, averages);
    const side = Math.sign(averages.fast - averages.slow);
    const crossed = side !== 0 && this.side !== 0 && side !== this.side;
    if (side !== 0) this.side = side;
    if (!crossed) return { ready: true, signal: null, environment };
    this.statistics.crosses++;
    const hour = timestamp.getHours();
    if (hour < 8 || hour >= 15) return { ready: true, signal: null, environment };
    const stop = 8;
    console.log(`EMA cross ${side > 0 ? 'up' : 'down'} at ${price} (${averages.fast.toFixed(2)} / ${averages.slow.toFixed(2)})`);
    return {
      ready: true, environment,
      signal: {
        direction: side > 0 ? 'LONG' : 'SHORT', entryPrice: price, stopLoss: price - side * stop, takeProfit: price + side * 2 * stop,
        positionSize: 1, confidence: 'MEDIUM', reason: 'EMA cross', timestamp, strategyName: 'WindowEma'
      }
    };
  }
}

module.exports = WindowEma;

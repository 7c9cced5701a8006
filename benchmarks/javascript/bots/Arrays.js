'use strict';

// Costly: as Candles, but goes over two hundred candles with slice, map and reduce at every price.
class Arrays {
  constructor(config = {}) {
    this.minutes = config.candleMinutes || 5;
    this.period = config.period || 20;
    this.candles = [];
    this.current = null;
    this.day = null;
    this.range = null;
  }

  processMarketData(price, volume, timestamp) {
    const hour = timestamp.getHours();
    const minute = timestamp.getMinutes();
    const day = `${timestamp.getFullYear()}-${timestamp.getMonth() + 1}-${timestamp.getDate()}`;
    if (day !== this.day) {
      this.day = day;
      this.range = { high: -Infinity, low: Infinity, signalled: false };
    }
    const start = Math.floor(timestamp.getTime() / (this.minutes * 60000)) * this.minutes * 60000;
    if (!this.current || this.current.start !== start) {
      if (this.current) this.close();
      this.current = { start, open: price, high: price, low: price, close: price, volume: 0 };
    }
    this.current.high = Math.max(this.current.high, price);
    this.current.low = Math.min(this.current.low, price);
    this.current.close = price;
    this.current.volume += volume;
    const environment = { hour, candles: this.candles.length, atr: this.averageRange(), trend: this.trend() };
    if (hour === 8 && minute >= 30) {
      this.range.high = Math.max(this.range.high, price);
      this.range.low = Math.min(this.range.low, price);
    }
    const open = hour >= 9 && hour < 14 && timestamp.getDay() >= 1 && timestamp.getDay() <= 5;
    const ready = this.candles.length >= this.period;
    if (!ready || !open || this.range.signalled) return { ready, signal: null, environment };
    const side = price > this.range.high && environment.trend > 0 ? 1 : price < this.range.low && environment.trend < 0 ? -1 : 0;
    if (side === 0) return { ready, signal: null, environment };
    this.range.signalled = true;
    const risk = Math.max(2, environment.atr * 2);
    return {
      ready, environment,
      signal: {
        direction: side > 0 ? 'LONG' : 'SHORT', entryPrice: price, stopLoss: price - side * risk, takeProfit: price + side * risk * 2,
        positionSize: 1, riskPoints: risk, timestamp: timestamp.toISOString(), reason: `range of ${this.day}`, strategyName: 'Arrays'
      }
    };
  }

  close() {
    this.candles.push(this.current);
    if (this.candles.length > 200) this.candles.shift();
  }

  averageRange() {
    const last = this.candles.slice(-this.period);
    return last.length === 0 ? 0 : last.reduce((sum, candle) => sum + candle.high - candle.low, 0) / last.length;
  }

  trend() {
    const closes = this.candles.map(candle => candle.close);
    if (closes.length < this.period) return 0;
    let average = closes[0];
    const weight = 2 / (this.period + 1);
    for (const close of closes) average += weight * (close - average);
    return closes[closes.length - 1] - average;
  }
}

module.exports = Arrays;

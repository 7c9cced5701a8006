'use strict';

// Modelled on a bot of the previous day's high and low: asynchronous throughout, writes to the console, keeps four hundred candles and goes
// over them with filter, map and reduce at every price to find the levels, the volume at them and the state of the market.
class DayLevels {
  constructor(config = {}, mainBot = null) {
    this.mainBot = mainBot;
    this.most = config.mostCandles || 400;
    this.buffer = config.levelBuffer || 1;
    this.candles = [];
    this.days = new Map();
    this.lastSignal = 0;
    this.candle = null;
  }

  async processMarketData(price, volume, timestamp) {
    const closed = this.update(price, volume, timestamp);
    if (closed) await this.candleClosed(closed, timestamp);
    const levels = await this.levels(timestamp);
    if (levels === null) return { ready: false, signal: null, environment: null };
    const environment = this.environment(price, levels);
    const signal = await this.decide(price, timestamp, levels, environment);
    return { ready: true, signal, environment };
  }

  key(timestamp) {
    return `${timestamp.getFullYear()}-${timestamp.getMonth() + 1}-${timestamp.getDate()}`;
  }

  update(price, volume, timestamp) {
    const key = this.key(timestamp);
    const day = this.days.get(key);
    if (day === undefined) {
      this.days.set(key, { high: price, low: price });
      if (this.days.size > 5) this.days.delete(this.days.keys().next().value);
    } else {
      day.high = Math.max(day.high, price);
      day.low = Math.min(day.low, price);
    }
    const minute = Math.floor(timestamp.getTime() / 120000);
    if (this.candle !== null && this.candle.minute === minute) {
      this.candle.high = Math.max(this.candle.high, price);
      this.candle.low = Math.min(this.candle.low, price);
      this.candle.close = price;
      this.candle.volume += volume;
      return null;
    }
    const closed = this.candle;
    this.candle = { minute, open: price, high: price, low: price, close: price, volume };
    return closed;
  }

  async candleClosed(candle, timestamp) {
    this.candles.push(candle);
    if (this.candles.length > this.most) this.candles.shift();
    if (candle.minute % 15 === 0) {
      console.log(`[DAYLEVELS] ${timestamp.toISOString()} close ${candle.close.toFixed(2)} volume ${candle.volume} candles ${this.candles.length}`);
    }
  }

  async levels(timestamp) {
    const keys = [...this.days.keys()];
    const at = keys.indexOf(this.key(timestamp));
    return at < 1 || this.candles.length < 50 ? null : this.days.get(keys[at - 1]);
  }

  environment(price, levels) {
    const near = this.candles.filter(candle => candle.low <= levels.high + this.buffer && candle.high >= levels.low - this.buffer);
    const volumes = this.candles.map(candle => candle.volume);
    const averageVolume = volumes.reduce((sum, value) => sum + value, 0) / volumes.length;
    const ranges = this.candles.slice(-14).map(candle => candle.high - candle.low);
    const averageRange = ranges.reduce((sum, value) => sum + value, 0) / ranges.length;
    const highest = this.candles.reduce((most, candle) => Math.max(most, candle.high), -Infinity);
    const lowest = this.candles.reduce((least, candle) => Math.min(least, candle.low), Infinity);
    return { price, near: near.length, averageVolume, averageRange, highest, lowest };
  }

  async decide(price, timestamp, levels, environment) {
    const hour = timestamp.getHours();
    if (hour < 8 || hour >= 15 || timestamp.getTime() - this.lastSignal < 30 * 60000) return null;
    const [before, last] = this.candles.slice(-2);
    const side = last.close > levels.high + this.buffer && before.close <= levels.high + this.buffer ? 1
      : last.close < levels.low - this.buffer && before.close >= levels.low - this.buffer ? -1 : 0;
    if (side === 0) return null;
    this.lastSignal = timestamp.getTime();
    const risk = Math.max(2, environment.averageRange * 3);
    console.log('[DAYLEVELS] signal', side > 0 ? 'LONG' : 'SHORT', environment);
    return {
      direction: side > 0 ? 'LONG' : 'SHORT', entryPrice: price, stopLoss: price - side * risk, takeProfit: price + side * 2 * risk,
      positionSize: 1, reason: 'level of the day before', timestamp, strategyName: 'DayLevels'
    };
  }

  async onPositionClosed(timestamp, wasProfit) {
    console.log(`[DAYLEVELS] closed at ${timestamp.toISOString()} ${wasProfit ? 'with' : 'without'} profit`);
  }
}

module.exports = DayLevels;

'use strict';

// Modelled on an opening-range bot: asks for the wall clock of New York as text at every price, builds candles of a minute and of five,
// keeps some hundred of them, and takes the first break of the range of 09:30 to 10:00 that the averages agree with.
class OpeningRange {
  constructor(config = {}) {
    this.zone = config.timezone || 'America/New_York';
    this.rangeMinutes = config.rangeMinutes || 30;
    this.most = config.mostCandles || 300;
    this.minutes = [];
    this.candles = [];
    this.day = '';
    this.range = null;
    this.traded = false;
  }

  clock(timestamp) {
    const text = timestamp.toLocaleTimeString('en-US', { timeZone: this.zone, hour12: false, hour: '2-digit', minute: '2-digit' });
    const [hour, minute] = text.split(':').map(Number);
    return (hour % 24) * 60 + minute;
  }

  processMarketData(price, volume, timestamp) {
    const clock = this.clock(timestamp);
    this.add(this.minutes, 1, price, volume, timestamp);
    this.add(this.candles, 5, price, volume, timestamp);
    const day = timestamp.toISOString().slice(0, 10);
    if (clock === 570 && this.day !== day) {
      this.day = day;
      this.range = { high: price, low: price };
      this.traded = false;
      console.log(`new range on ${day} at ${price.toFixed(2)}`);
    }
    const environment = this.environment(price);
    const ready = this.candles.length >= 50;
    if (this.day !== day || !ready) return { ready, signal: null, environment };
    if (clock >= 570 && clock < 570 + this.rangeMinutes) {
      this.range.high = Math.max(this.range.high, price);
      this.range.low = Math.min(this.range.low, price);
      return { ready, signal: null, environment };
    }
    if (this.traded || clock < 570 || clock > 15 * 60) return { ready, signal: null, environment };
    const up = price > this.range.high && environment.fast > environment.slow;
    const down = price < this.range.low && environment.fast < environment.slow;
    if (!up && !down) return { ready, signal: null, environment };
    this.traded = true;
    const side = up ? 1 : -1;
    const risk = Math.max(2, Math.min(this.range.high - this.range.low, environment.averageRange * 4));
    console.log('break of the range', { side, price, risk });
    return {
      ready, environment,
      signal: {
        direction: up ? 'LONG' : 'SHORT', entryPrice: price, stopLoss: price - side * risk, takeProfit: price + side * 2 * risk,
        positionSize: 1, reason: `range ${this.range.low}..${this.range.high}`, timestamp, strategyName: 'OpeningRange'
      }
    };
  }

  add(candles, minutes, price, volume, timestamp) {
    const opens = Math.floor(timestamp.getTime() / (minutes * 60000)) * minutes * 60000;
    const last = candles[candles.length - 1];
    if (last === undefined || last.opens !== opens) {
      candles.push({ opens, open: price, high: price, low: price, close: price, volume });
      if (candles.length > this.most) candles.shift();
      return;
    }
    last.high = Math.max(last.high, price);
    last.low = Math.min(last.low, price);
    last.close = price;
    last.volume += volume;
  }

  environment(price) {
    const closes = this.candles.slice(-50).map(candle => candle.close);
    const mean = values => values.reduce((sum, value) => sum + value, 0) / values.length;
    const ranges = this.candles.slice(-14).map(candle => candle.high - candle.low);
    return { price, fast: mean(closes.slice(-10)), slow: mean(closes), averageRange: mean(ranges), candles: this.candles.length };
  }
}

module.exports = OpeningRange;

// Asks for history in every way that the live bot's strategies do, and is ready only when all came.
const http = require('http');
class Bootstrapped {
  constructor(config, mainBot) {
    this.got = {};
    const body = JSON.stringify({ limit: 30, instrument: config.instrument });
    const call = http.request({ hostname: 'localhost', port: 7500, path: '/api/history/bars', method: 'POST', headers: { 'Content-Length': Buffer.byteLength(body) } }, response => {
      let text = '';
      response.on('data', part => { text += part; });
      response.on('end', () => { this.got.http = this.sum(JSON.parse(text).bars); });
    });
    call.on('error', () => {});
    call.write(body);
    call.end();
    mainBot.aggregatorClient.requestHistoricalData({ requestId: 'r1', limit: 20 });
    this.load();
  }
  sum(bars) { return bars.length + ':' + bars.reduce((sum, bar) => sum + bar.c, 0); }
  async load() {
    const answer = await fetch('http://localhost:7500/history', { method: 'POST', body: JSON.stringify({ limit: 10 }) });
    if (answer.ok) this.got.fetch = this.sum((await answer.json()).bars);
  }
  processHistoricalDataResponse(answer) { this.got.aggregator = answer.requestId + '/' + this.sum(answer.bars); }
  async initializeWithHistoricalData(bars) { await null; this.got.given = bars.length + ':' + bars[0].close; }
  isStrategyReady() { return Object.keys(this.got).length === 4; }
  processMarketData(price, volume, timestamp) {
    if (!this.isStrategyReady()) return { ready: false, signal: null };
    return timestamp.getTime() % 1200000 === 0 ? { ready: true, signal: { direction: 'LONG', entryPrice: price, got: this.got } } : { ready: true, signal: null };
  }
}
module.exports = Bootstrapped;

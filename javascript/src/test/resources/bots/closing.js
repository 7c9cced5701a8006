// Reads an undeclared timestamp where a position is closed, as one of the live bot's strategies does.
class Closing {
  constructor() { this.closed = []; }
  processMarketData(price) {
    if (this.closed.length < 2) return { ready: true, signal: null };
    const closed = this.closed;
    this.closed = [];
    return { ready: true, signal: { direction: 'CLOSE_POSITION', closeType: 'full', entryPrice: price, closed } };
  }
  onPositionClosed(at, wasProfit) { this.closed.push([at.getTime(), wasProfit, new Date(timestamp).toISOString()]); }
}
module.exports = Closing;

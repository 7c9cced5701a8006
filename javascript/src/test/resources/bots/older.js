// Older signals: type or action, no direction; the signal is the answer itself.
function Older() { this.count = 0; }
Older.prototype.processMarketData = function (price, volume, timestamp) {
  this.count++;
  if (this.count % 7 === 0) return { type: 'BUY', entryPrice: price, stopLoss: price - 1, takeProfit: price + 2, timestamp: timestamp.getTime() };
  if (this.count % 11 === 0) return { action: 'SELL', entryPrice: price, quantity: 2 };
  return null;
};
module.exports = Older;

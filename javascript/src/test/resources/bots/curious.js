// Hides that it will ask for its position, and trades many times before it does.
class Curious {
  constructor(config, bot) { this.bot = bot; this.n = 0; }
  processMarketData(price) {
    this.n++;
    const side = Math.random() < 0.5 ? 1 : -1;
    const rare = Math.random() < 0.05;
    if (this.n > 1200 && this.n % 7 === 0) {
      const held = this.bot.modules['position' + 'Management'].getCurrentPosition();
      if (held !== null) return { ready: true, signal: { direction: 'CLOSE_POSITION', reason: `had ${held.side} at ${held.entryPrice}` } };
    }
    return { ready: true, signal: rare ? { direction: side > 0 ? 'LONG' : 'SHORT', stopLoss: price - 3 * side, takeProfit: price + 4 * side } : null };
  }
}
module.exports = Curious;

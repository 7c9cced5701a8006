// What it does hangs on its position and on how the last trade ended; it closes trades itself now and then.
class Minded {
  constructor(config, bot) { this.bot = bot; this.n = 0; this.mood = 1; this.said = []; }
  processMarketData(price, volume, timestamp) {
    this.n++;
    const held = this.bot.modules.positionManagement.getAllPositions();
    if (this.n % 97 === 0) console.log('held', held.length, this.mood);
    if (held.length > 0) {
      if (this.n % 211 === 0) return { ready: true, signal: { direction: 'CLOSE_POSITION', closeType: this.n % 2 ? 'partial' : 'full', positionSize: 1, reason: 'enough' } };
      if (this.n % 53 === 0) return { ready: true, signal: { direction: 'LONG', reason: 'ignored' } };
      return { ready: true, signal: null };
    }
    if (Math.random() > 0.03) return { ready: true, signal: null };
    const far = 2 + Math.floor(Math.random() * 12);
    const side = this.mood;
    return { ready: true, signal: { direction: side > 0 ? 'LONG' : 'SHORT', stopLoss: price - side * far, takeProfit: far % 5 ? price + side * far : undefined,
      positionSize: 1 + far % 3, reason: `mood ${this.mood} at ${timestamp.getHours()}` } };
  }
  onPositionClosed(at, wasProfit) { if (!wasProfit) this.mood = -this.mood; }
}
module.exports = Minded;

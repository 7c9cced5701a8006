class Dice {
  processMarketData(price) {
    const thrown = Math.random();
    return thrown < 0.05 ? { ready: true, signal: { direction: thrown < 0.025 ? 'LONG' : 'SHORT', entryPrice: price, thrown } } : { ready: true, signal: null };
  }
}
module.exports = Dice;

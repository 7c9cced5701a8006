module.exports = class {
  constructor() { this.n = 0; }
  async step() { await null; if (this.n++ === 1234) throw new Error('at last'); }
  async processMarketData() { await this.step(); return { ready: true, signal: null }; }
};

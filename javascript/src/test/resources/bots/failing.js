module.exports = class {
  constructor() { this.n = 0; }
  processMarketData() { if (this.n++ === 1234) throw new Error('at last'); return { ready: true, signal: null }; }
};

// Keeps its state in a file, as the live bot does, and reads it back; talks a lot.
const fs = require('fs');
const path = require('path');
const { readFile } = require('fs/promises');
const FILE = path.join('data', 'state.json');

class Stateful {
  constructor() { this.count = 0; this.began = fs.existsSync(FILE); fs.mkdirSync('data', { recursive: true }); }
  async processMarketData(price) {
    this.count++;
    for (let i = 0; i < 20; i++) console.log('price %d of %s', price, i, { count: this.count });
    fs.writeFileSync(FILE, JSON.stringify({ count: this.count, price }));
    if (this.count % 25 !== 0) return { ready: true, signal: null };
    const read = JSON.parse(await readFile(FILE, 'utf8'));
    fs.appendFileSync('data/log.txt', `${read.count};`);
    let missing = '';
    try {
      fs.readFileSync('data/nothing.json');
    } catch (e) {
      missing = e.code;
    }
    return { ready: true, signal: { direction: 'LONG', entryPrice: price, read, began: this.began, missing, files: fs.readdirSync('data').sort(),
      size: fs.statSync('data/log.txt').size, all: fs.readFileSync('data/log.txt').toString() } };
  }
}
module.exports = Stateful;

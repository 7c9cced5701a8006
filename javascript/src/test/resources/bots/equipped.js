// Node's own modules as far as strategies use them.
const path = require('node:path');
const EventEmitter = require('events');
const { EventEmitter: Same } = EventEmitter;
const querystring = require('querystring');
const crypto = require('crypto');
const util = require('util');
const os = require('os');

class Equipped extends EventEmitter {
  constructor(config, mainBot) {
    super();
    this.mainBot = mainBot;
    this.seen = [];
    this.once('bar', n => this.seen.push('once' + n));
    this.on('bar', n => this.seen.push(n));
    mainBot.eventBus.on('x', value => this.seen.push('bus' + value));
    this.count = 0;
  }
  processMarketData(price) {
    this.count++;
    if (this.count % 40 !== 0) return { ready: true, signal: null };
    this.emit('bar', this.count);
    this.mainBot.eventBus.emit('x', this.count);
    const modules = this.mainBot.modules;
    return { ready: true, signal: { direction: 'LONG', entryPrice: price, seen: this.seen.join(), same: EventEmitter === Same, listeners: this.listenerCount('bar'),
      paths: [path.join('a', '..', 'b', './c.js'), path.basename('/x/y.json', '.json'), path.extname('q.tar.gz'), path.dirname('/a/b/c'), path.resolve('/a', '../b'),
        path.normalize('/a//b/../c'), path.relative('/a/b', '/a/c/d'), path.isAbsolute('x')],
      query: querystring.stringify({ a: 1, b: ['x y', 'z'] }), parsed: querystring.parse('a=1&b=x%20y').b,
      hash: crypto.createHash('sha256').update('bar ' + this.count).digest('hex'), text: util.format('%s is %d', 'count', this.count), end: os.EOL,
      buffer: Buffer.from('grün €').toString('base64'), bytes: Buffer.byteLength('grün €'), back: Buffer.from('Z3LDvG4=', 'base64').toString(),
      number: (1234567.891).toLocaleString('en-US'), url: new URL('http://h:1/p?q=1').searchParams.get('q'),
      positions: modules.positionManagement.getAllPositions().length, size: modules.positionManagement.getAllPositions().size, quiet: modules.healthMonitoring.getQuietModeStatus().currentlyQuiet,
      prompt: modules.keyboardInterface.getPromptState().isPromptActive, manual: modules.manualTrading.awaitingConfirmation } };
  }
}
module.exports = Equipped;

'use strict';
// Runs a bot in plain Node over a file of bars, as fast as Node can: one price a bar, a promise is awaited, nothing else is done.
// It shares no code with the host in V8. Zone by TZ; prints seconds of the loop and the number of signals. Of what a bot writes to its
// console the last thousand lines are kept as text, as the host does, and none is printed.
// node node.js <bot> <bars.csv>
const fs = require('fs');
const path = require('path');
const { format } = require('util');

const bars = fs.readFileSync(process.argv[3], 'utf8').split('\n').slice(1).filter(Boolean).map(line => {
  const fields = line.split(',');
  return [Date.parse(fields[0]), Number(fields[4]), Number(fields[5])];
});
const RealDate = Date;
let now = bars[0][0];
globalThis.Date = class extends RealDate {
  constructor(...given) { if (given.length === 0) super(now); else super(...given); }
  static now() { return now; }
};
const print = console.log;
const lines = [];
let written = 0;
for (const level of ['log', 'info', 'warn', 'error', 'debug']) {
  console[level] = (...given) => { lines[written++ % 1000] = { time: now, level, text: format(...given) }; };
}
const Bot = require(path.resolve(process.argv[2]));
const bot = new Bot({}, null);
let signals = 0;

(async () => {
  const begin = process.hrtime.bigint();
  const used = process.cpuUsage();
  for (let i = 0; i < bars.length; i++) {
    const bar = bars[i];
    now = bar[0];
    let answer = bot.processMarketData(bar[1], bar[2], new RealDate(now));
    if (answer && typeof answer.then === 'function') answer = await answer;
    if (answer && answer.signal) signals++;
  }
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  const { user, system } = process.cpuUsage(used);
  print(`${bars.length} bars ${signals} signals ${seconds.toFixed(4)} s of which the processor ${((user + system) / 1e6).toFixed(4)} s`);
})();

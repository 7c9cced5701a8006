'use strict';
// Runs a strategy in plain Node on a tape of minutes and prints its signals, one JSON a line. It shares no code with the host in
// V8: dates, zones (TZ), Intl, fs, path, events and the like are Node's own; only what must be virtual is replaced.
// node reference.js <strategy> <tape.csv> <history.csv> <config.json>
const fs = require('fs');
const path = require('path');
const Module = require('module');
const EventEmitter = require('events');

const [, , entry, tapeFile, historyFile, configText] = process.argv;
const rows = file => fs.readFileSync(file, 'utf8').split('\n').filter(Boolean).map(line => line.split(',').map(Number));
const tape = rows(tapeFile);
const history = rows(historyFile);
const config = JSON.parse(configText);
const out = [];

// ---- time ----
const RealDate = Date;
const realImmediate = setImmediate;
let now = tape[0][0];
class VirtualDate extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(now); else super(...given);
  }
  static now() { return now; }
}
globalThis.Date = new Proxy(VirtualDate, { apply: () => new RealDate(now).toString() });
const timers = [];
let order = 0;
const timer = (run, delay, every, given) => {
  const one = { run, due: now + delay, every, given, order: order++, unref() { return one; }, ref() { return one; } };
  timers.push(one);
  return one;
};
const ms = delay => (Number(delay) >= 1 ? Math.trunc(Number(delay)) : 1);
globalThis.setTimeout = (run, delay, ...given) => timer(run, ms(delay), 0, given);
globalThis.setInterval = (run, delay, ...given) => timer(run, ms(delay), ms(delay), given);
globalThis.setImmediate = (run, ...given) => timer(run, 0, 0, given);
globalThis.clearTimeout = globalThis.clearInterval = globalThis.clearImmediate = one => {
  const at = timers.indexOf(one);
  if (at >= 0) timers.splice(at, 1);
};
const drained = () => new Promise(resolve => realImmediate(resolve));
async function until(time) {
  for (;;) {
    timers.sort((a, b) => a.due - b.due || a.order - b.order);
    if (timers.length === 0 || timers[0].due > time) return;
    const next = timers.shift();
    now = Math.max(now, next.due);
    if (next.every > 0) timers.push({ ...next, due: next.due + next.every, order: order++ });
    next.run(...next.given);
    await drained();
  }
}

// ---- one seed ----
let state = config.seed | 0;
Math.random = () => {
  let t = state += 0x6D2B79F5;
  t = Math.imul(t ^ t >>> 15, t | 1);
  t ^= t + Math.imul(t ^ t >>> 7, t | 61);
  return ((t ^ t >>> 14) >>> 0) / 4294967296;
};

// ---- the outside world ----
const bars = history.map(([t, o, h, l, c, v]) => ({ t: new RealDate(t).toISOString(), o, h, l, c, v }));
const answer = request => ({ success: true, bars: request.limit ? bars.slice(-request.limit) : bars, errorCode: 0, errorMessage: null });
globalThis.fetch = async (url, options) => {
  await new Promise(resolve => timer(resolve, 0, 0, []));
  return { ok: true, status: 200, json: async () => answer(JSON.parse((options && options.body) || '{}')) };
};
const http = {
  request(options, done) {
    const call = new EventEmitter();
    let body = '';
    call.write = text => { body += text; };
    call.end = () => timer(() => {
      const response = new EventEmitter();
      response.statusCode = 200;
      done(response);
      timer(() => {
        response.emit('data', JSON.stringify(answer(JSON.parse(body || '{}'))));
        response.emit('end');
      }, 0, 0, []);
    }, 0, 0, []);
    return call;
  }
};
const load = Module._load;
Module._load = (name, ...rest) => (name === 'http' ? http : load(name, ...rest));
console.log = console.warn = console.error = console.info = () => {};

// ---- the bot ----
let strategy;
const bot = {
  config: { accountId: 'BACKTEST' }, instanceId: 'BACKTEST', eventBus: new EventEmitter(),
  aggregatorClient: {
    requestHistoricalData: request => timer(() => strategy.processHistoricalDataResponse({ ...answer(request), requestId: request.requestId }), 0, 0, [])
  },
  modules: {
    positionManagement: { getAllPositions: () => Object.assign([], { size: 0 }), hasPosition: () => false },
    healthMonitoring: { getQuietModeStatus: () => ({ currentlyQuiet: false }), isQuietMode: () => false },
    keyboardInterface: { getPromptState: () => ({ isPromptActive: false }) },
    manualTrading: { awaitingConfirmation: false }
  }
};
Object.defineProperty(globalThis, 'timestamp', { get: () => now, configurable: true });

(async () => {
  const work = fs.mkdtempSync(path.join(require('os').tmpdir(), 'reference-'));
  process.chdir(work);
  const exported = require(entry);
  const Type = typeof exported === 'function' ? exported : Object.values(exported)[0];
  strategy = new Type(config, bot);
  if (typeof strategy.initializeWithHistoricalData === 'function') {
    await strategy.initializeWithHistoricalData(history.map(([t, o, h, l, c, v]) => ({ t, o, h, l, c, v, open: o, high: h, low: l, close: c, volume: v, timestamp: t })));
  }
  await drained();
  await until(now);
  for (let i = 0; i < tape.length; i++) {
    const [t, , , , close, volume] = tape[i];
    if (i > 0 && i % 50 === 0 && typeof strategy.onPositionClosed === 'function') {
      await until(tape[i - 1][0]);
      strategy.onPositionClosed(new VirtualDate(tape[i - 1][0]), i % 100 === 0);
    }
    await until(t);
    now = t;
    const found = await strategy.processMarketData(close, volume, new VirtualDate(t));
    const signal = found && found.signal !== undefined ? found.signal : found && !('ready' in found) ? found : null;
    if (signal) out.push(JSON.stringify(signal));
  }
  process.chdir('/');
  fs.rmSync(work, { recursive: true });
  process.stdout.write(out.map(line => line + '\n').join(''));
})().catch(e => { process.stderr.write(String(e.stack || e)); process.exitCode = 1; });

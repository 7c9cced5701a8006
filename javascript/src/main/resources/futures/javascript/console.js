// console into a ring of the last lines, with a count; and the globals that Node has besides the language's own.
(function (host) {
  'use strict';
  const { hidden } = host;
  const keep = host.consoleLines;
  const ring = new Array(keep);
  const MOST_SIGNS = 1000;
  const MOST_UNREAD = 4 << 20;
  const FIELD = '\u0001';
  const LINE = '\u0002';
  const separators = /[\u0001\u0002]/g;
  let lines = 0;
  let unread = '';
  let leftOut = 0;

  function show(value, depth) {
    switch (typeof value) {
      case 'string': return depth === 0 ? value : "'" + value + "'";
      case 'function': return '[Function: ' + (value.name || '(anonymous)') + ']';
      case 'bigint': return value + 'n';
      case 'object': break;
      default: return String(value);
    }
    if (value === null) return 'null';
    if (value instanceof Error) return String(value.stack || value);
    if (value instanceof host.NativeDate) return value.toISOString();
    if (depth > 2) return Array.isArray(value) ? '[Array]' : '[Object]';
    if (Array.isArray(value)) {
      const items = [];
      for (let i = 0; i < value.length && i < 100; i++) items.push(show(value[i], depth + 1));
      if (value.length > 100) items.push(`... ${value.length - 100} more items`);
      return items.length ? '[ ' + items.join(', ') + ' ]' : '[]';
    }
    if (value instanceof Map) return `Map(${value.size}) ${show([...value.entries()], depth + 1)}`;
    if (value instanceof Set) return `Set(${value.size}) ${show([...value], depth + 1)}`;
    const fields = Object.keys(value).slice(0, 100).map(key => key + ': ' + show(value[key], depth + 1));
    return fields.length ? '{ ' + fields.join(', ') + ' }' : '{}';
  }
  host.show = show;
  function format(given) {
    if (given.length === 1 && typeof given[0] === 'string') return given[0];
    let next = 0;
    let text = '';
    if (typeof given[0] === 'string' && given.length > 1 && given[0].includes('%')) {
      next = 1;
      text = given[0].replace(/%[sdifjoO%]/g, found => {
        if (found === '%%') return '%';
        if (next >= given.length) return found;
        const value = given[next++];
        switch (found) {
          case '%d': case '%f': return String(Number(value));
          case '%i': return String(Math.trunc(Number(value)));
          case '%j': return JSON.stringify(value);
          case '%s': return typeof value === 'string' ? value : show(value, 1);
          default: return show(value, 1);
        }
      });
    }
    for (let i = next; i < given.length; i++) text += (i > 0 ? ' ' : '') + show(given[i], 0);
    return text;
  }
  host.format = format;
  function write(level, given) {
    let text;
    try {
      text = format(given);
    } catch (e) {
      text = '(a value that cannot be shown)';
    }
    if (text.length > MOST_SIGNS) text = text.slice(0, MOST_SIGNS) + '…';
    const time = host.now();
    ring[lines % keep] = { time, level, text };
    lines++;
    if (!host.consoleFile) return;
    if (unread.length < MOST_UNREAD) unread += new host.NativeDate(time).toISOString() + ' ' + level + ' ' + text + '\n';
    else leftOut++;
  }
  host.log = (level, ...given) => write(level, given);
  host.consoleCount = () => lines;
  // The lines that are kept: time, level and text of each.
  host.consoleText = () => {
    let all = '';
    for (let i = Math.max(0, lines - keep); i < lines; i++) {
      const line = ring[i % keep];
      all += line.time + FIELD + line.level + FIELD + line.text.replace(separators, ' ') + LINE;
    }
    return all;
  };
  // Lines for the file, which are fetched between two prices.
  host.consoleWaits = () => unread.length > MOST_UNREAD / 2;
  host.consoleUnread = () => {
    const text = leftOut > 0 ? unread + '(' + leftOut + ' more lines at one price are left out)\n' : unread;
    unread = '';
    leftOut = 0;
    return text;
  };
  const console = {};
  for (const level of ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table', 'group', 'groupCollapsed']) {
    console[level] = (...given) => write(level === 'log' || level === 'warn' || level === 'error' || level === 'debug' ? level : 'info', given);
  }
  console.groupEnd = console.clear = console.time = console.timeEnd = console.timeLog = console.count = () => {};
  console.assert = (fact, ...given) => { if (!fact) write('error', ['Assertion failed', ...given]); };
  hidden(globalThis, 'console', console);
  hidden(globalThis, 'global', globalThis);

  // ---- process ----
  const started = host.now();
  const process = {
    env: { NODE_ENV: 'production', TZ: host.zone }, argv: ['node', host.entry], execArgv: [], pid: 1, ppid: 0, platform: 'linux',
    arch: 'x64', version: 'v20.0.0', versions: { node: '20.0.0' }, title: 'node', exitCode: undefined,
    cwd: () => '/bot',
    uptime: () => (host.now() - started) / 1000,
    memoryUsage: () => ({ rss: 5e7, heapTotal: 3e7, heapUsed: 2e7, external: 1e6, arrayBuffers: 0 }),
    cpuUsage: () => ({ user: 0, system: 0 }),
    hrtime: Object.assign(before => {
      const ms = host.now() - (before ? before[0] * 1000 + before[1] / 1e6 : 0);
      return [Math.floor(ms / 1000), (ms % 1000) * 1e6];
    }, { bigint: () => BigInt(Math.trunc(host.now())) * 1000000n }),
    nextTick: (run, ...given) => queueMicrotask(() => run(...given)),
    exit: code => { throw new Error('process.exit(' + (code === undefined ? '' : code) + ') is refused: a strategy may not end its process'); },
    kill: () => { throw new Error('process.kill is refused: a strategy may not use processes'); },
    abort: () => { throw new Error('process.abort is refused: a strategy may not end its process'); },
    emitWarning: (...given) => write('warn', given),
    stdout: { write: text => { write('log', [String(text)]); return true; }, isTTY: false, columns: 80 },
    stderr: { write: text => { write('error', [String(text)]); return true; }, isTTY: false }
  };
  for (const name of ['on', 'once', 'off', 'addListener', 'removeListener', 'removeAllListeners', 'emit', 'setMaxListeners']) {
    process[name] = () => process;
  }
  hidden(globalThis, 'process', process);
  const monotonic = { now: () => host.now() - started, timeOrigin: started, mark() {}, measure() {} };
  hidden(globalThis, 'performance', monotonic);

  // ---- small globals of Node ----
  function bytes(text) {
    const out = [];
    for (const sign of String(text)) {
      const code = sign.codePointAt(0);
      if (code < 0x80) out.push(code);
      else if (code < 0x800) out.push(0xc0 | code >> 6, 0x80 | code & 63);
      else if (code < 0x10000) out.push(0xe0 | code >> 12, 0x80 | code >> 6 & 63, 0x80 | code & 63);
      else out.push(0xf0 | code >> 18, 0x80 | code >> 12 & 63, 0x80 | code >> 6 & 63, 0x80 | code & 63);
    }
    return out;
  }
  function text(codes) {
    let out = '';
    for (let i = 0; i < codes.length;) {
      const first = codes[i++];
      const more = first < 0x80 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
      let code = more === 0 ? first : first & (0x3f >> more);
      for (let k = 0; k < more; k++) code = code << 6 | codes[i++] & 63;
      out += String.fromCodePoint(code);
    }
    return out;
  }
  host.bytes = bytes;
  const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  function base64(codes) {
    let out = '';
    for (let i = 0; i < codes.length; i += 3) {
      const three = codes[i] << 16 | (codes[i + 1] || 0) << 8 | (codes[i + 2] || 0);
      out += SIGNS[three >> 18 & 63] + SIGNS[three >> 12 & 63]
        + (i + 1 < codes.length ? SIGNS[three >> 6 & 63] : '=') + (i + 2 < codes.length ? SIGNS[three & 63] : '=');
    }
    return out;
  }
  function unbase64(signs) {
    const out = [];
    let held = 0;
    let bits = 0;
    for (const sign of signs) {
      const value = SIGNS.indexOf(sign === '-' ? '+' : sign === '_' ? '/' : sign);
      if (value < 0) continue;
      held = (held << 6 | value) & 0xffffff;
      bits += 6;
      if (bits >= 8) {
        bits -= 8;
        out.push(held >> bits & 255);
      }
    }
    return out;
  }
  class Buffer extends Uint8Array {
    static from(value, encoding) {
      if (typeof value !== 'string') return new Buffer(value);
      if (encoding === 'base64' || encoding === 'base64url') return new Buffer(unbase64(value));
      if (encoding === 'hex') return new Buffer((value.match(/../g) || []).map(pair => parseInt(pair, 16)));
      return new Buffer(bytes(value));
    }
    static alloc(size, fill) { return new Buffer(size).fill(fill === undefined ? 0 : fill); }
    static byteLength(value) { return typeof value === 'string' ? bytes(value).length : value.byteLength; }
    static isBuffer(value) { return value instanceof Buffer; }
    static concat(list) { return new Buffer(list.flatMap(one => [...one])); }
    toString(encoding) {
      if (encoding === 'hex') return Array.from(this, code => code.toString(16).padStart(2, '0')).join('');
      if (encoding === 'base64') return base64(this);
      return text(this);
    }
    toJSON() { return { type: 'Buffer', data: [...this] }; }
  }
  host.Buffer = Buffer;
  hidden(globalThis, 'Buffer', Buffer);
  hidden(globalThis, 'TextEncoder', class TextEncoder { encode(value) { return new Uint8Array(bytes(value)); } });
  hidden(globalThis, 'TextDecoder', class TextDecoder { decode(value) { return text(value); } });
  hidden(globalThis, 'btoa', value => base64([...String(value)].map(sign => sign.charCodeAt(0))));
  hidden(globalThis, 'atob', value => String.fromCharCode(...unbase64(String(value))));
  hidden(globalThis, 'structuredClone', function structuredClone(value) {
    const seen = new Map();
    const copy = from => {
      if (typeof from === 'function') throw new TypeError('a function could not be cloned');
      if (typeof from !== 'object' || from === null) return from;
      if (seen.has(from)) return seen.get(from);
      let to;
      if (from instanceof host.NativeDate) return new host.NativeDate(from.getTime());
      if (from instanceof Map) { to = new Map(); seen.set(from, to); from.forEach((v, k) => to.set(copy(k), copy(v))); return to; }
      if (from instanceof Set) { to = new Set(); seen.set(from, to); from.forEach(v => to.add(copy(v))); return to; }
      if (ArrayBuffer.isView(from)) return from.slice();
      to = Array.isArray(from) ? [] : {};
      seen.set(from, to);
      for (const key of Object.keys(from)) to[key] = copy(from[key]);
      return to;
    };
    return copy(value);
  });
  class AbortSignal { constructor() { this.aborted = false; } addEventListener() {} removeEventListener() {} throwIfAborted() {}
    static timeout() { return new AbortSignal(); } }
  hidden(globalThis, 'AbortSignal', AbortSignal);
  hidden(globalThis, 'AbortController', class AbortController {
    constructor() { this.signal = new AbortSignal(); }
    abort() { this.signal.aborted = true; }
  });
})

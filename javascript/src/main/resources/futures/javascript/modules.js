// require: the strategy's own files, packages that lie in node_modules, and stand-ins for Node's own modules.
(function (host) {
  'use strict';
  const { hidden } = host;
  const cache = new Map();
  const builtin = new Map();
  host.builtin = builtin;
  const REFUSED = ['child_process', 'cluster', 'worker_threads', 'net', 'tls', 'dgram', 'dns', 'vm', 'v8', 'inspector', 'repl',
    'http2', 'module', 'process_binding'];

  // ---- path ----
  function normalize(path) {
    const absolute = path.startsWith('/');
    const parts = [];
    for (const part of path.split('/')) {
      if (part === '' || part === '.') continue;
      if (part === '..' && parts.length > 0 && parts[parts.length - 1] !== '..') parts.pop();
      else if (part !== '..' || !absolute) parts.push(part);
    }
    return (absolute ? '/' : '') + parts.join('/') || (absolute ? '/' : '.');
  }
  const path = {
    sep: '/', delimiter: ':', normalize,
    join: (...parts) => normalize(parts.filter(part => part !== '').join('/') || '.'),
    resolve: (...parts) => {
      let whole = '';
      for (let i = parts.length - 1; i >= 0 && !whole.startsWith('/'); i--) if (parts[i]) whole = parts[i] + (whole && '/' + whole);
      return normalize(whole.startsWith('/') ? whole : '/bot/' + whole);
    },
    dirname: file => { const at = file.replace(/\/+$/, '').lastIndexOf('/'); return at < 0 ? '.' : at === 0 ? '/' : file.slice(0, at); },
    basename: (file, end) => {
      const name = file.replace(/\/+$/, '').split('/').pop();
      return end && name.endsWith(end) && name !== end ? name.slice(0, -end.length) : name;
    },
    extname: file => { const name = file.split('/').pop(); const at = name.lastIndexOf('.'); return at <= 0 ? '' : name.slice(at); },
    isAbsolute: file => file.startsWith('/'),
    relative: (from, to) => {
      const a = path.resolve(from).split('/').filter(Boolean);
      const b = path.resolve(to).split('/').filter(Boolean);
      let same = 0;
      while (same < a.length && same < b.length && a[same] === b[same]) same++;
      return [...a.slice(same).map(() => '..'), ...b.slice(same)].join('/');
    },
    parse: file => ({ root: file.startsWith('/') ? '/' : '', dir: path.dirname(file), base: path.basename(file),
      ext: path.extname(file), name: path.basename(file, path.extname(file)) }),
    format: parts => (parts.dir ? parts.dir + '/' : '') + (parts.base || (parts.name || '') + (parts.ext || ''))
  };
  path.posix = path;
  builtin.set('path', path);

  // ---- require ----
  const files = host.files; // virtual path -> {run | json | error}
  const links = host.links; // virtual path -> {name as written: virtual path}
  function find(from, name) {
    const linked = links[from] && links[from][name];
    if (linked) return linked;
    if (!name.startsWith('.') && !name.startsWith('/')) return undefined;
    const base = path.resolve(path.dirname(from), name);
    return [base, base + '.js', base + '.cjs', base + '.json', base + '/index.js'].find(one => files[one] !== undefined);
  }
  function missing(name, from) {
    const error = new Error(`Cannot find module '${name}'`);
    error.requireStack = [from];
    error.code = 'MODULE_NOT_FOUND';
    return error;
  }
  function load(file, parent) {
    const known = cache.get(file);
    if (known !== undefined) return known.exports;
    const { run, json, error } = files[file];
    const module = { exports: {}, id: file, filename: file, loaded: false, children: [], parent, paths: [] };
    cache.set(file, module);
    try {
      if (error !== undefined) throw new SyntaxError(error);
      if (json !== undefined) module.exports = JSON.parse(json);
      else run.call(module.exports, module.exports, requireFrom(file, module), module, file, path.dirname(file));
    } catch (e) {
      cache.delete(file);
      throw e;
    }
    module.loaded = true;
    return module.exports;
  }
  function requireFrom(from, parent) {
    const require = name => {
      if (typeof name !== 'string') throw new TypeError('The "id" argument must be of type string. Received ' + typeof name);
      const plain = name.startsWith('node:') ? name.slice(5) : name;
      if (REFUSED.includes(plain)) {
        throw new Error(`require('${name}') is refused: a strategy may not reach files, network or processes of this machine`);
      }
      const own = find(from, name);
      if (own !== undefined && !(name === plain && builtin.has(plain) && HOSTED.includes(plain))) return load(own, parent);
      if (builtin.has(plain)) return builtin.get(plain);
      throw missing(name, from);
    };
    require.resolve = name => find(from, name) || (builtin.has(name) ? name : (() => { throw missing(name, from); })());
    require.cache = {};
    require.main = undefined;
    return require;
  }
  // These talk to the outside even where a package of that name is installed.
  const HOSTED = ['redis', 'ioredis', 'axios', 'node-fetch', 'ws'];
  host.load = file => load(file, undefined);

  // ---- events ----
  class EventEmitter {
    #listeners = new Map();
    on(name, run) { this.#of(name).push({ run, once: false }); return this; }
    once(name, run) { this.#of(name).push({ run, once: true }); return this; }
    prependListener(name, run) { this.#of(name).unshift({ run, once: false }); return this; }
    off(name, run) {
      const list = this.#of(name);
      const at = list.findLastIndex(one => one.run === run);
      if (at >= 0) list.splice(at, 1);
      return this;
    }
    addListener(name, run) { return this.on(name, run); }
    removeListener(name, run) { return this.off(name, run); }
    removeAllListeners(name) { if (name === undefined) this.#listeners.clear(); else this.#listeners.delete(name); return this; }
    emit(name, ...given) {
      const list = this.#listeners.get(name);
      if (list === undefined || list.length === 0) {
        if (name === 'error') throw given[0] instanceof Error ? given[0] : new Error('Unhandled error. (' + given[0] + ')');
        return false;
      }
      for (const one of [...list]) {
        if (one.once) this.off(name, one.run);
        one.run.apply(this, given);
      }
      return true;
    }
    listenerCount(name) { return this.#of(name).length; }
    listeners(name) { return this.#of(name).map(one => one.run); }
    eventNames() { return [...this.#listeners.keys()]; }
    setMaxListeners() { return this; }
    getMaxListeners() { return 10; }
    #of(name) {
      if (!this.#listeners.has(name)) this.#listeners.set(name, []);
      return this.#listeners.get(name);
    }
  }
  // Old code calls it as a function or inherits from it without a class.
  const Emitter = new Proxy(EventEmitter, { apply: () => undefined });
  EventEmitter.EventEmitter = Emitter;
  EventEmitter.once = (emitter, name) => new Promise(resolve => emitter.once(name, (...given) => resolve(given)));
  host.EventEmitter = EventEmitter;
  builtin.set('events', Emitter);

  // ---- http ----
  function request(options, more, answer) {
    const url = typeof options === 'string' ? options : options.href
      || `http://${options.hostname || options.host || 'localhost'}:${options.port || 80}${options.path || '/'}`;
    if (typeof more === 'function') answer = more;
    const call = new EventEmitter();
    let body = '';
    if (answer) call.once('response', answer);
    call.write = text => { body += text; return true; };
    call.setTimeout = call.setHeader = call.setNoDelay = call.flushHeaders = () => call;
    call.destroy = call.abort = () => { call.destroyed = true; return call; };
    call.end = text => {
      if (typeof text === 'string') body += text;
      host.later(() => {
        if (call.destroyed) return;
        const response = new EventEmitter();
        response.statusCode = 200;
        response.statusMessage = 'OK';
        response.headers = { 'content-type': 'application/json' };
        response.setEncoding = response.resume = () => response;
        const text = JSON.stringify(host.respond(url, body));
        call.emit('response', response);
        host.later(() => {
          response.emit('data', text);
          response.emit('end');
          response.emit('close');
        });
      });
      return call;
    };
    return call;
  }
  const refuseServer = () => { throw new Error('http.createServer is refused: a strategy may not use the network'); };
  const http = { request, get: (...given) => request(...given).end(), createServer: refuseServer,
    Agent: class Agent {}, globalAgent: {}, METHODS: ['GET', 'POST'], STATUS_CODES: { 200: 'OK' } };
  builtin.set('http', http);
  builtin.set('https', http);
  const call = async (url, body) => ({ data: host.respond(url, typeof body === 'string' ? body : JSON.stringify(body ?? null)),
    status: 200, statusText: 'OK', headers: {} });
  const axios = Object.assign(options => call(options.url, options.data), {
    get: (url, options) => call(url, options && options.params), post: (url, data) => call(url, data),
    put: (url, data) => call(url, data), delete: url => call(url), request: options => call(options.url, options.data),
    create: () => axios, interceptors: { request: { use() {} }, response: { use() {} } }, defaults: { headers: { common: {} } } });
  axios.default = axios;
  builtin.set('axios', axios);
  builtin.set('node-fetch', Object.assign((...given) => fetch(...given), { default: (...given) => fetch(...given) }));

  builtin.set('querystring', {
    parse: host.fields, decode: host.fields, escape: encodeURIComponent, unescape: decodeURIComponent,
    stringify: values => Object.entries(values || {}).flatMap(([name, value]) => (Array.isArray(value) ? value : [value])
      .map(one => encodeURIComponent(name) + '=' + encodeURIComponent(one ?? ''))).join('&')
  });
  class URLSearchParams {
    #pairs;
    constructor(from) {
      this.#pairs = typeof from === 'string' ? Object.entries(host.fields(from.replace(/^\?/, '')))
        : Array.isArray(from) ? [...from] : Object.entries(from || {});
    }
    get(name) { const found = this.#pairs.find(([key]) => key === name); return found ? String(found[1]) : null; }
    has(name) { return this.get(name) !== null; }
    set(name, value) { this.delete(name); this.append(name, value); }
    append(name, value) { this.#pairs.push([name, String(value)]); }
    delete(name) { this.#pairs = this.#pairs.filter(([key]) => key !== name); }
    entries() { return this.#pairs[Symbol.iterator](); }
    [Symbol.iterator]() { return this.entries(); }
    toString() { return this.#pairs.map(([key, value]) => encodeURIComponent(key) + '=' + encodeURIComponent(value)).join('&'); }
  }
  class URL {
    constructor(text, base) {
      const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) ? String(text) : String(base).replace(/\/+$/, '') + '/' + String(text).replace(/^\/+/, '');
      const found = /^([a-z][a-z0-9+.-]*:)\/\/([^/?#:]*)(?::(\d+))?([^?#]*)(\?[^#]*)?(#.*)?$/i.exec(whole);
      if (!found) throw new TypeError('Invalid URL');
      Object.assign(this, { protocol: found[1], hostname: found[2], port: found[3] || '', pathname: found[4] || '/', hash: found[6] || '' });
      this.searchParams = new URLSearchParams(found[5] || '');
    }
    get search() { const text = this.searchParams.toString(); return text ? '?' + text : ''; }
    get host() { return this.hostname + (this.port ? ':' + this.port : ''); }
    get origin() { return this.protocol + '//' + this.host; }
    get href() { return this.origin + this.pathname + this.search + this.hash; }
    toString() { return this.href; }
  }
  hidden(globalThis, 'URL', URL);
  hidden(globalThis, 'URLSearchParams', URLSearchParams);
  builtin.set('url', { URL, URLSearchParams, parse: text => new URL(text) });

  // ---- redis: connected, and empty at first ----
  function redis() {
    const values = new Map();
    const client = new EventEmitter();
    client.isOpen = client.isReady = client.connected = true;
    client.status = 'ready';
    const answers = {
      connect: () => client, disconnect: () => 'OK', quit: () => 'OK', ping: () => 'PONG', auth: () => 'OK', select: () => 'OK',
      get: key => values.get(key) ?? null, set: (key, value) => { values.set(key, String(value)); return 'OK'; },
      setex: (key, seconds, value) => { values.set(key, String(value)); return 'OK'; },
      setEx: (key, seconds, value) => { values.set(key, String(value)); return 'OK'; },
      del: (...keys) => keys.flat().filter(key => values.delete(key)).length, exists: key => values.has(key) ? 1 : 0,
      incr: key => { const next = Number(values.get(key) || 0) + 1; values.set(key, String(next)); return next; },
      expire: () => 1, ttl: () => -1, keys: () => [...values.keys()],
      hset: (key, field, value) => { const map = values.get(key) || {}; map[field] = value; values.set(key, map); return 1; },
      hget: (key, field) => (values.get(key) || {})[field] ?? null, hgetall: key => values.get(key) || {},
      lpush: () => 1, rpush: () => 1, lrange: () => [], sadd: () => 1, smembers: () => [], zadd: () => 1, zrange: () => [],
      publish: () => 0, subscribe: () => 1, psubscribe: () => 1, unsubscribe: () => 1, punsubscribe: () => 1
    };
    answers.hSet = answers.hset;
    answers.hGet = answers.hget;
    answers.hGetAll = answers.hgetall;
    answers.pSubscribe = answers.psubscribe;
    for (const [name, answer] of Object.entries(answers)) {
      client[name] = (...given) => {
        const done = typeof given[given.length - 1] === 'function' && !/subscribe$/i.test(name) ? given.pop() : undefined;
        const value = answer(...given);
        if (done) host.later(() => done(null, value));
        return Promise.resolve(value);
      };
    }
    client.duplicate = () => redis();
    host.later(() => { client.emit('connect'); client.emit('ready'); });
    return client;
  }
  builtin.set('redis', { createClient: redis });
  const Redis = function Redis() { return redis(); };
  Redis.default = Redis;
  builtin.set('ioredis', Redis);

  // ---- uuid, crypto, os, util ----
  const hex = count => { let out = ''; for (let i = 0; i < count; i++) out += Math.floor(Math.random() * 16).toString(16); return out; };
  const uuid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-${'89ab'[Math.floor(Math.random() * 4)]}${hex(3)}-${hex(12)}`;
  builtin.set('uuid', { v4: uuid, v1: uuid, v7: uuid, validate: text => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text), NIL: '00000000-0000-0000-0000-000000000000' });
  const randomBytes = size => host.Buffer.from(Array.from({ length: size }, () => Math.floor(Math.random() * 256)));
  function sha256(codes) {
    const k = [];
    const h = [];
    const root = (value, power) => { const r = Math.pow(value, power); return (r - Math.floor(r)) * 4294967296 | 0; };
    for (let candidate = 2; k.length < 64; candidate++) {
      let prime = true;
      for (let d = 2; d * d <= candidate; d++) if (candidate % d === 0) prime = false;
      if (!prime) continue;
      if (h.length < 8) h.push(root(candidate, 1 / 2));
      k.push(root(candidate, 1 / 3));
    }
    const message = [...codes, 0x80];
    while (message.length % 64 !== 56) message.push(0);
    const bits = codes.length * 8;
    for (let i = 7; i >= 0; i--) message.push(Math.floor(bits / Math.pow(256, i)) & 255);
    const turn = (x, n) => x >>> n | x << 32 - n;
    for (let at = 0; at < message.length; at += 64) {
      const w = [];
      for (let i = 0; i < 64; i++) {
        if (i < 16) {
          const p = at + i * 4;
          w.push(message[p] << 24 | message[p + 1] << 16 | message[p + 2] << 8 | message[p + 3]);
        } else {
          const s0 = turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ w[i - 15] >>> 3;
          const s1 = turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ w[i - 2] >>> 10;
          w.push(w[i - 16] + s0 + w[i - 7] + s1 | 0);
        }
      }
      let [a, b, c, d, e, f, g, last] = h;
      for (let i = 0; i < 64; i++) {
        const one = last + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + (e & f ^ ~e & g) + k[i] + w[i] | 0;
        const other = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + (a & b ^ a & c ^ b & c) | 0;
        last = g; g = f; f = e; e = d + one | 0; d = c; c = b; b = a; a = one + other | 0;
      }
      [a, b, c, d, e, f, g, last].forEach((value, i) => { h[i] = h[i] + value | 0; });
    }
    return h.flatMap(value => [value >>> 24, value >>> 16 & 255, value >>> 8 & 255, value & 255]);
  }
  const crypto = {
    randomUUID: uuid, randomBytes, randomInt: (low, high) => high === undefined ? Math.floor(Math.random() * low) : low + Math.floor(Math.random() * (high - low)),
    getRandomValues: array => { for (let i = 0; i < array.length; i++) array[i] = Math.floor(Math.random() * 4294967296); return array; },
    createHash: name => {
      if (String(name).toLowerCase().replace('-', '') !== 'sha256') throw new Error(`createHash('${name}'): only sha256 is there`);
      const codes = [];
      const hash = { update: value => { codes.push(...(typeof value === 'string' ? host.bytes(value) : value)); return hash; },
        digest: encoding => { const found = host.Buffer.from(sha256(codes)); return encoding ? found.toString(encoding) : found; } };
      return hash;
    }
  };
  builtin.set('crypto', crypto);
  hidden(globalThis, 'crypto', crypto);
  builtin.set('os', { EOL: '\n', platform: () => 'linux', type: () => 'Linux', arch: () => 'x64', hostname: () => 'bot', cpus: () => [{ model: 'cpu', speed: 1000 }],
    totalmem: () => 8e9, freemem: () => 4e9, uptime: () => 0, loadavg: () => [0, 0, 0], tmpdir: () => '/tmp', homedir: () => '/bot',
    release: () => '0', networkInterfaces: () => ({}), userInfo: () => ({ username: 'bot', homedir: '/bot' }) });
  builtin.set('util', {
    inspect: value => host.show(value, 1), format: (...given) => host.format(given),
    promisify: run => (...given) => new Promise((resolve, reject) => run(...given, (error, value) => error ? reject(error) : resolve(value))),
    inherits: (type, parent) => { Object.setPrototypeOf(type.prototype, parent.prototype); },
    isDeepStrictEqual: (a, b) => host.show(a, 0) === host.show(b, 0), deprecate: run => run, types: { isDate: value => value instanceof Date },
    TextEncoder, TextDecoder
  });
  builtin.set('timers', { setTimeout, setInterval, setImmediate, clearTimeout, clearInterval, clearImmediate });
  builtin.set('timers/promises', { setTimeout: (delay, value) => new Promise(resolve => setTimeout(resolve, delay, value)) });
  builtin.set('perf_hooks', { performance });
  builtin.set('process', process);
  builtin.set('buffer', { Buffer: host.Buffer });
  builtin.set('assert', Object.assign((fact, text) => { if (!fact) throw new Error(text || 'Assertion failed'); },
    { strictEqual: (a, b, text) => { if (a !== b) throw new Error(text || `${a} !== ${b}`); }, ok: (fact, text) => { if (!fact) throw new Error(text || 'Assertion failed'); } }));
})

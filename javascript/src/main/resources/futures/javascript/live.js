// The outside world as an empty live system would answer: history from the bars before now, everything else empty.
(function (host) {
  'use strict';
  const { hidden } = host;
  const FIELDS = 6;
  const bars = host.history; // t o h l c v, oldest first
  let asked = 0;
  let answered = 0;
  let short = 0;
  let days = 0;
  host.historyAsked = () => asked;
  host.historyAnswered = () => answered;
  // Requests that were given fewer bars than they named.
  host.historyShort = () => short;
  // How far back requests reached, in days; 0 when none named a time or a number of bars.
  host.historyDays = () => days;
  const DAY = 86400000;
  // A market is open for 23 hours of five days in seven, and a holiday may come.
  const spanOf = span => Math.ceil(span / (23 * 60 * 60000) * 7 / 5) + 4;

  const pick = (from, names) => {
    for (const name of names) if (from[name] !== undefined && from[name] !== null && from[name] !== '') return from[name];
    return undefined;
  };
  const instant = value => value === undefined ? undefined : typeof value === 'number' ? value
    : value instanceof host.NativeDate ? value.getTime()
      : /^\d+$/.test(value) ? Number(value) : Date.parse(value);

  // Minutes of the bars that are asked for; 1 when the request does not say.
  function minutes(request) {
    const plain = pick(request, ['timeframe', 'interval', 'barSize', 'resolution', 'period']);
    const number = Number(pick(request, ['unitNumber', 'barMinutes', 'minutes']) || 1);
    const found = /^(\d+)\s*(m|min|minute|h|hour|d|day)?s?$/i.exec(String(plain === undefined ? '' : plain));
    if (found) {
      const scale = { h: 60, d: 1440 }[(found[2] || 'm')[0].toLowerCase()] || 1;
      return Number(found[1]) * scale;
    }
    // the vendor's units: 1 second, 2 minute, 3 hour, 4 day
    const unit = { 3: 60, 4: 1440, hour: 60, day: 1440 }[String(pick(request, ['unit']) ?? '').toLowerCase()] || 1;
    return number * unit;
  }

  // {success, bars: [{t, o, h, l, c, v}]} of the bars that closed before now, oldest first.
  host.answerHistory = request => {
    asked++;
    const size = minutes(request) * 60000;
    const end = Math.min(instant(pick(request, ['endTime', 'end', 'to', 'endDate'])) ?? Infinity, host.now());
    const back = Number(pick(request, ['daysBack', 'days', 'lookbackDays']));
    const start = instant(pick(request, ['startTime', 'start', 'from', 'startDate'])) ?? (back > 0 ? end - back * DAY : -Infinity);
    const most = Number(pick(request, ['limit', 'count', 'barsBack', 'maxBars', 'numberOfBars', 'bars'])) || Infinity;
    const found = [];
    for (let i = 0; i < bars.length; i += FIELDS) {
      const time = bars[i];
      if (time < start || time + 60000 > end) continue;
      const opens = Math.floor(time / size) * size;
      const last = found[found.length - 1];
      if (last !== undefined && last.opens === opens) {
        last.h = Math.max(last.h, bars[i + 2]);
        last.l = Math.min(last.l, bars[i + 3]);
        last.c = bars[i + 4];
        last.v += bars[i + 5];
      } else {
        found.push({ opens, t: opens, o: bars[i + 1], h: bars[i + 2], l: bars[i + 3], c: bars[i + 4], v: bars[i + 5] });
      }
    }
    const kept = found.length > most ? found.slice(found.length - most) : found;
    for (const bar of kept) {
      delete bar.opens;
      bar.t = new host.NativeDate(bar.t).toISOString();
    }
    if (kept.length > 0) answered++;
    if (kept.length === 0 || most !== Infinity && kept.length < most && start === -Infinity) short++;
    if (start > -Infinity) days = Math.max(days, Math.ceil((host.start - start) / DAY));
    else if (most !== Infinity) days = Math.max(days, spanOf(most * size));
    return { success: true, bars: kept, errorCode: 0, errorMessage: null };
  };
  host.allHistory = () => {
    asked++;
    if (bars.length > 0) answered++; else short++;
    const all = [];
    for (let i = 0; i < bars.length; i += FIELDS) {
      const t = bars[i];
      all.push({ t, o: bars[i + 1], h: bars[i + 2], l: bars[i + 3], c: bars[i + 4], v: bars[i + 5], timestamp: t,
        time: t, open: bars[i + 1], high: bars[i + 2], low: bars[i + 3], close: bars[i + 4], volume: bars[i + 5] });
    }
    return all;
  };

  function fields(text) {
    const out = {};
    for (const pair of String(text || '').split('&')) {
      if (!pair) continue;
      const at = pair.indexOf('=');
      const name = at < 0 ? pair : pair.slice(0, at);
      out[decodeURIComponent(name.replace(/\+/g, ' '))] = at < 0 ? '' : decodeURIComponent(pair.slice(at + 1).replace(/\+/g, ' '));
    }
    return out;
  }
  host.fields = fields;
  host.respond = (url, body) => {
    const query = String(url).includes('?') ? String(url).slice(String(url).indexOf('?') + 1) : '';
    let request = fields(query);
    if (typeof body === 'string' && body !== '') {
      try {
        request = { ...request, ...JSON.parse(body) };
      } catch (e) {
        request = { ...request, ...fields(body) };
      }
    }
    if (/hist|bars|candle/i.test(String(url))) return host.answerHistory(request);
    return { success: true, data: [], positions: [], orders: [], trades: [], accounts: [], errorCode: 0, errorMessage: null };
  };

  class Headers {
    constructor(from) { this.map = new Map(Object.entries(from || {}).map(([name, value]) => [name.toLowerCase(), String(value)])); }
    get(name) { return this.map.get(String(name).toLowerCase()) ?? null; }
    has(name) { return this.map.has(String(name).toLowerCase()); }
    set(name, value) { this.map.set(String(name).toLowerCase(), String(value)); }
    forEach(run) { this.map.forEach((value, name) => run(value, name)); }
  }
  hidden(globalThis, 'Headers', Headers);
  hidden(globalThis, 'fetch', function fetch(url, options) {
    return new Promise(resolve => {
      host.later(() => {
        const text = JSON.stringify(host.respond(typeof url === 'string' ? url : url.href || url.url, options && options.body));
        resolve({ ok: true, status: 200, statusText: 'OK', url: String(url), redirected: false,
          headers: new Headers({ 'content-type': 'application/json' }),
          json: async () => JSON.parse(text), text: async () => text, clone() { return this; },
          arrayBuffer: async () => host.Buffer.from(text).buffer });
      });
    });
  });
})

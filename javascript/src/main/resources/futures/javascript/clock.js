// Virtual time: Date in the bot's own zone, and timers that fire by it. Nothing here asks the machine for time or zone.
(function (host) {
  'use strict';
  const NativeDate = Date;
  const uncurry = Function.prototype.bind.bind(Function.prototype.call);
  const proto = NativeDate.prototype;
  const timeOf = uncurry(proto.getTime);
  const setTime = uncurry(proto.setTime);
  const nativeParse = NativeDate.parse;
  const nativeUtc = NativeDate.UTC;
  const { construct, defineProperty } = Reflect;
  const { floor, trunc } = Math;
  const test = uncurry(RegExp.prototype.test);
  const splice = uncurry(Array.prototype.splice);
  const push = uncurry(Array.prototype.push);
  const apply = uncurry(Function.prototype.apply);
  const HOUR = 3600000;
  const DAY = 24 * HOUR;
  const ZoneError = RangeError;

  // The time now, in memory that takes a number as it is: a variable would get a new object at every price.
  const moment = new Float64Array([host.start]);
  host.now = () => moment[0];
  host.setNow = time => { moment[0] = time; };
  host.NativeDate = NativeDate;

  // ---- zones: offsets by instant, worked out beforehand ----
  const zones = new Map();
  const known = uncurry(Map.prototype.get);
  for (const name of Object.keys(host.zones)) {
    const zone = host.zones[name];
    zones.set(name.toLowerCase(), {
      name, at: zone.at, offsets: zone.offsets, short: zone.short, long: zone.long, low: 1, high: 0, index: 0
    });
  }
  const local = known(zones, host.zone.toLowerCase());

  function move(zone, time) {
    let low = 0;
    let high = zone.at.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (zone.at[middle] <= time) low = middle; else high = middle - 1;
    }
    zone.index = low;
    zone.low = low === 0 ? -Infinity : zone.at[low];
    zone.high = low + 1 < zone.at.length ? zone.at[low + 1] : Infinity;
  }
  function offset(zone, time) {
    if (!(time >= zone.low && time < zone.high)) move(zone, time);
    return zone.offsets[zone.index];
  }
  // What a wall clock shows, to the instant. An hour that comes twice is the first one; one that is left out is read with the
  // offset of before, as the language says.
  function fromLocal(wall) {
    if (wall !== wall) return NaN;
    const before = offset(local, wall - DAY);
    const after = offset(local, wall + DAY);
    if (before === after) return wall - before;
    if (offset(local, wall - before) === before) return wall - before;
    if (offset(local, wall - after) === after) return wall - after;
    return wall - before;
  }
  host.zoneOf = name => {
    const zone = name === undefined ? local : known(zones, String(name).toLowerCase());
    if (!zone) throw new ZoneError('Invalid time zone specified: ' + name);
    return zone;
  };
  host.offset = offset;
  host.localZone = local;

  // ---- Date ----
  const dateOnly = /^\s*[+-]?\d{4,6}(-\d\d(-\d\d)?)?\s*$/;
  const zoned = /(Z|\b(GMT|UTC?|[ECMP][SD]T)\b([+-]\d{1,2}(:?\d\d)?)?|:\d\d(\.\d+)?\s*[+-]\d\d(:?\d\d)?)\s*(\(.*\))?\s*$/i;
  const isoLocal = /^\s*[+-]?\d{4,6}-\d\d-\d\dT/;
  function parse(text) {
    text = String(text);
    if (test(dateOnly, text) || test(zoned, text)) return nativeParse(text);
    return fromLocal(nativeParse(test(isoLocal, text) ? text + 'Z' : text + ' UTC'));
  }
  function primitive(value) {
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof NativeDate) return timeOf(value);
    const own = value[Symbol.toPrimitive];
    return typeof own === 'function' ? own.call(value, 'default') : value.valueOf() === value ? value.toString() : value.valueOf();
  }
  function VirtualDate(first) {
    if (!new.target) return host.dateText(moment[0]);
    let time = moment[0];
    if (arguments.length === 1) {
      const value = typeof first === 'number' ? first : primitive(first);
      time = typeof value === 'string' ? parse(value) : Number(value);
    } else if (arguments.length > 1) {
      time = fromLocal(apply(nativeUtc, undefined, arguments));
    }
    return new.target === VirtualDate ? new NativeDate(time) : construct(NativeDate, [time], new.target);
  }
  defineProperty(VirtualDate, 'name', { value: 'Date', configurable: true });
  defineProperty(VirtualDate, 'length', { value: 7, configurable: true });
  defineProperty(VirtualDate, 'prototype', { value: proto, writable: false });
  const hidden = (target, name, value) =>
    defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
  hidden(VirtualDate, 'now', function now() { return host.now(); });
  hidden(VirtualDate, 'UTC', nativeUtc);
  hidden(VirtualDate, 'parse', parse);
  hidden(proto, 'constructor', VirtualDate);
  hidden(globalThis, 'Date', VirtualDate);
  host.hidden = hidden;

  const wall = date => {
    const time = timeOf(date);
    return time + offset(local, time);
  };
  const modulo = (value, by) => value - floor(value / by) * by;
  // The calendar of the day that was asked for last: one day is asked for again and again.
  const yearOf = uncurry(proto.getUTCFullYear);
  const monthOf = uncurry(proto.getUTCMonth);
  const dateOf = uncurry(proto.getUTCDate);
  const calendar = { day: NaN, year: NaN, month: NaN, date: NaN };
  function dayOf(date) {
    const time = wall(date);
    const day = floor(time / DAY);
    if (day !== calendar.day) {
      const at = new NativeDate(time);
      calendar.year = yearOf(at);
      calendar.month = monthOf(at);
      calendar.date = dateOf(at);
      calendar.day = day;
    }
    return calendar;
  }
  // Each written out: V8 compiles functions that one place makes as one.
  const getters = {
    getFullYear() { return dayOf(this).year; },
    getMonth() { return dayOf(this).month; },
    getDate() { return dayOf(this).date; },
    getDay() { return modulo(floor(wall(this) / DAY) + 4, 7); },
    getHours() { return floor(modulo(wall(this), DAY) / HOUR); },
    getMinutes() { return floor(modulo(wall(this), HOUR) / 60000); },
    getSeconds() { return floor(modulo(wall(this), 60000) / 1000); },
    getMilliseconds() { return modulo(wall(this), 1000); },
    getYear() { return dayOf(this).year - 1900; }
  };
  for (const name of Object.keys(getters)) hidden(proto, name, getters[name]);
  hidden(proto, 'getTimezoneOffset', function getTimezoneOffset() {
    const time = timeOf(this);
    return time !== time ? NaN : -offset(local, time) / 60000;
  });
  for (const part of ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']) {
    const write = proto['setUTC' + part];
    const name = 'set' + part;
    hidden(proto, name, { [name](...given) {
      let shown = wall(this);
      if (shown !== shown && part === 'FullYear') shown = 0;
      const moved = new NativeDate(shown);
      apply(write, moved, given);
      return setTime(this, fromLocal(timeOf(moved)));
    } }[name]);
  }

  // ---- timers ----
  const timers = [];
  let lastTimer = 0;
  let restless = false;
  // Whoever asks next is told, so that the error has its line.
  host.restless = () => { restless = true; };
  host.skipped = 0;
  function add(run, delay, repeat, given) {
    if (typeof run !== 'function') throw new TypeError('The "callback" argument must be of type function. Received ' + typeof run);
    if (restless) throw new Error('the script does not come to rest before the first price: it goes on asking');
    const timer = new Timer(++lastTimer, run, moment[0] + delay, repeat, given);
    insert(timer);
    return timer;
  }
  function insert(timer) {
    let at = timers.length;
    while (at > 0 && timers[at - 1].due > timer.due) at--;
    splice(timers, at, 0, timer);
  }
  class Timer {
    constructor(id, run, due, repeat, given) {
      hidden(this, 'id', id);
      hidden(this, 'run', run);
      hidden(this, 'due', due);
      hidden(this, 'repeat', repeat);
      hidden(this, 'given', given);
    }
    ref() { return this; }
    unref() { return this; }
    hasRef() { return true; }
    refresh() { return this; }
    [Symbol.toPrimitive]() { return this.id; }
  }
  const atLeastOne = delay => { const ms = trunc(Number(delay)); return ms >= 1 && ms <= 2147483647 ? ms : 1; };
  function clear(timer) {
    if (timer === undefined || timer === null) return;
    for (let i = 0; i < timers.length; i++) {
      if (timers[i] === timer || timers[i].id === timer) {
        splice(timers, i, 1);
        return;
      }
    }
    if (timer instanceof Timer) timer.repeat = 0;
  }
  hidden(globalThis, 'setTimeout', function setTimeout(run, delay, ...given) { return add(run, atLeastOne(delay), 0, given); });
  hidden(globalThis, 'setInterval', function setInterval(run, delay, ...given) {
    return add(run, atLeastOne(delay), atLeastOne(delay), given);
  });
  hidden(globalThis, 'setImmediate', function setImmediate(run, ...given) { return add(run, 0, 0, given); });
  hidden(globalThis, 'clearTimeout', function clearTimeout(timer) { clear(timer); });
  hidden(globalThis, 'clearInterval', function clearInterval(timer) { clear(timer); });
  hidden(globalThis, 'clearImmediate', function clearImmediate(timer) { clear(timer); });
  const resolved = Promise.resolve();
  const then = uncurry(Promise.prototype.then);
  hidden(globalThis, 'queueMicrotask', function queueMicrotask(run) { then(resolved, run); });
  // Answers of the outside world come at the same virtual moment, after what runs now.
  host.later = run => add(run, 0, 0, []);
  host.timersMade = () => lastTimer;
  host.due = time => timers.length > 0 && timers[0].due <= time;
  host.fire = () => {
    const timer = splice(timers, 0, 1)[0];
    if (timer.due > moment[0]) moment[0] = timer.due;
    if (timer.repeat > 0) {
      timer.due += timer.repeat;
      insert(timer);
    }
    apply(timer.run, undefined, timer.given);
  };
  // Too many are due before the next bar: the rest of them waits for it.
  host.skip = time => {
    for (let i = 0; i < timers.length && timers[i].due <= time; i++) {
      host.skipped++;
      timers[i].due = time + 1;
    }
  };

  // ---- one seed, one sequence (mulberry32) ----
  let state = host.seed | 0;
  hidden(Math, 'random', function random() {
    state = (state + 0x6D2B79F5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  });
})

// Dates as text: what Date and Intl.DateTimeFormat of Node print in English, without a copy of its tables.
(function (host) {
  'use strict';
  const { NativeDate, hidden, offset, zoneOf, localZone } = host;
  const uncurry = Function.prototype.bind.bind(Function.prototype.call);
  const proto = NativeDate.prototype;
  const timeOf = uncurry(proto.getTime);
  const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
  const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
    'November', 'December'];
  const two = number => (number < 10 ? '0' : '') + number;

  function shown(zone, time) {
    const date = new NativeDate(time + offset(zone, time));
    return { year: date.getUTCFullYear(), month: date.getUTCMonth(), day: date.getUTCDate(), weekday: date.getUTCDay(),
      hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds(), ms: date.getUTCMilliseconds() };
  }
  const year4 = year => (year < 0 ? '-' : '') + String(Math.abs(year)).padStart(4, '0');
  const dayText = at => `${DAYS[at.weekday].slice(0, 3)} ${MONTHS[at.month].slice(0, 3)} ${two(at.day)} ${year4(at.year)}`;
  function timeText(at, time) {
    const minutes = offset(localZone, time) / 60000;
    const size = Math.abs(minutes);
    return `${two(at.hour)}:${two(at.minute)}:${two(at.second)} GMT${minutes < 0 ? '-' : '+'}`
      + `${two(Math.floor(size / 60))}${two(size % 60)} (${localZone.long[localZone.index]})`;
  }
  host.dateText = time => {
    if (time !== time) return 'Invalid Date';
    const at = shown(localZone, time);
    return dayText(at) + ' ' + timeText(at, time);
  };
  hidden(proto, 'toString', function toString() { return host.dateText(timeOf(this)); });
  hidden(proto, 'toDateString', function toDateString() {
    const time = timeOf(this);
    return time !== time ? 'Invalid Date' : dayText(shown(localZone, time));
  });
  hidden(proto, 'toTimeString', function toTimeString() {
    const time = timeOf(this);
    return time !== time ? 'Invalid Date' : timeText(shown(localZone, time), time);
  });

  const DATE = ['weekday', 'year', 'month', 'day'];
  const TIME = ['hour', 'minute', 'second', 'fractionalSecondDigits', 'dayPeriod'];
  const STYLES = {
    date: { full: { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' },
      long: { year: 'numeric', month: 'long', day: 'numeric' },
      medium: { year: 'numeric', month: 'short', day: 'numeric' },
      short: { year: '2-digit', month: 'numeric', day: 'numeric' } },
    time: { full: { hour: 'numeric', minute: '2-digit', second: '2-digit', timeZoneName: 'long' },
      long: { hour: 'numeric', minute: '2-digit', second: '2-digit', timeZoneName: 'short' },
      medium: { hour: 'numeric', minute: '2-digit', second: '2-digit' },
      short: { hour: 'numeric', minute: '2-digit' } }
  };
  const LOCALES = ['en-us', 'en', 'en-gb', 'en-ca', 'sv-se', 'sv'];

  // What is to be shown, from the options of a call.
  function plan(locales, options, standard) {
    const wanted = {};
    const given = options === undefined || options === null ? {} : options;
    let any = false;
    for (const name of [...DATE, ...TIME]) {
      if (given[name] !== undefined) {
        wanted[name] = given[name];
        any = any || name !== 'dayPeriod';
      }
    }
    if (given.dateStyle || given.timeStyle) {
      Object.assign(wanted, STYLES.date[given.dateStyle], STYLES.time[given.timeStyle]);
      any = true;
    }
    const needs = standard === 'time' ? TIME.some(name => wanted[name] !== undefined)
      : standard === 'date' ? DATE.some(name => wanted[name] !== undefined) : any;
    if (!needs) {
      if (standard !== 'time') Object.assign(wanted, { year: 'numeric', month: 'numeric', day: 'numeric' });
      if (standard !== 'date') Object.assign(wanted, { hour: 'numeric', minute: '2-digit', second: '2-digit' });
    }
    if (given.timeZoneName !== undefined) wanted.timeZoneName = given.timeZoneName;
    const tag = String(Array.isArray(locales) ? locales[0] : locales === undefined ? 'en-US' : locales).toLowerCase();
    const locale = LOCALES.includes(tag) ? tag : 'en-us';
    const cycle = given.hour12 === true ? 'h12' : given.hour12 === false ? (locale === 'en-us' || locale === 'en' ? 'h24' : 'h23')
      : given.hourCycle !== undefined ? given.hourCycle : locale.startsWith('en-us') || locale === 'en' || locale === 'en-ca' ? 'h12' : 'h23';
    return { wanted, zone: zoneOf(given.timeZone), locale, cycle, style: given.dateStyle };
  }
  function dateParts(plan, at, parts) {
    const { wanted, locale } = plan;
    const text = wanted.month === 'long' || wanted.month === 'short';
    const numeric = { month: wanted.month && (wanted.month === '2-digit' ? two(at.month + 1) : String(at.month + 1)),
      day: wanted.day && (wanted.day === '2-digit' ? two(at.day) : String(at.day)),
      year: wanted.year && (wanted.year === '2-digit' ? two(((at.year % 100) + 100) % 100) : String(at.year)) };
    const put = (type, value, before) => {
      if (value === undefined) return;
      if (parts.length > 0) parts.push({ type: 'literal', value: before });
      parts.push({ type, value });
    };
    if (wanted.weekday) put('weekday', wanted.weekday === 'long' ? DAYS[at.weekday] : DAYS[at.weekday].slice(0, 3), '');
    if (text && locale !== 'en-gb') {
      const name = wanted.month === 'long' ? MONTHS[at.month] : MONTHS[at.month].slice(0, 3);
      put('month', name, ', ');
      put('day', numeric.day, ' ');
      put('year', numeric.year, numeric.day ? ', ' : ' ');
    } else if (text) {
      put('day', numeric.day, ' ');
      put('month', wanted.month === 'long' ? MONTHS[at.month] : MONTHS[at.month].slice(0, 3), ' ');
      put('year', numeric.year, ' ');
    } else if (locale === 'en-ca' || locale.startsWith('sv')) {
      put('year', numeric.year, ', ');
      put('month', numeric.month && two(at.month + 1), '-');
      put('day', numeric.day && two(at.day), '-');
    } else if (locale === 'en-gb') {
      put('day', numeric.day && two(at.day), ', ');
      put('month', numeric.month && two(at.month + 1), '/');
      put('year', numeric.year, '/');
    } else {
      put('month', numeric.month, wanted.weekday ? ', ' : '');
      put('day', numeric.day, numeric.month ? '/' : ' ');
      put('year', numeric.year, numeric.month || numeric.day ? '/' : ' ');
    }
  }
  function timeParts(plan, at, parts, date) {
    const { wanted, cycle } = plan;
    const put = (type, value, before) => {
      if (parts.length > 0) parts.push({ type: 'literal', value: before });
      parts.push({ type, value });
    };
    const words = wanted.month === 'long' && (wanted.day || wanted.year);
    const joint = !date ? '' : words && plan.style !== undefined ? ' at ' : words ? ' at '
      : wanted.weekday && !wanted.day && !wanted.month && !wanted.year ? ' ' : ', ';
    const twelve = cycle === 'h12' || cycle === 'h11';
    if (wanted.hour) {
      const hour = twelve ? at.hour % 12 || 12 : cycle === 'h24' ? at.hour || 24 : at.hour;
      put('hour', wanted.hour === '2-digit' || !twelve ? two(hour) : String(hour), joint);
    }
    const alone = !wanted.hour;
    if (wanted.minute) {
      put('minute', alone && !wanted.second ? String(at.minute) : two(at.minute), wanted.hour ? ':' : joint);
    }
    if (wanted.second) {
      put('second', alone && !wanted.minute ? String(at.second) : two(at.second), wanted.minute || wanted.hour ? ':' : joint);
    }
    if (wanted.fractionalSecondDigits) {
      put('fractionalSecond', String(at.ms).padStart(3, '0').slice(0, wanted.fractionalSecondDigits), '.');
    }
    if (wanted.hour && twelve) put('dayPeriod', at.hour < 12 ? 'AM' : 'PM', ' ');
  }
  function zoneName(plan, time) {
    offset(plan.zone, time);
    const { zone } = plan;
    return plan.wanted.timeZoneName === 'long' ? zone.long[zone.index] : zone.short[zone.index];
  }
  function partsOf(plan, time) {
    const at = shown(plan.zone, time);
    const parts = [];
    dateParts(plan, at, parts);
    timeParts(plan, at, parts, parts.length > 0);
    if (plan.wanted.timeZoneName) {
      parts.push({ type: 'literal', value: plan.wanted.hour ? ' ' : ', ' }, { type: 'timeZoneName', value: zoneName(plan, time) });
    }
    return parts;
  }
  function print(plan, time) {
    if (time !== time) return 'Invalid Date';
    let text = '';
    for (const part of partsOf(plan, time)) text += part.value;
    return text;
  }
  hidden(proto, 'toLocaleString', function toLocaleString(locales, options) {
    return print(plan(locales, options, 'any'), timeOf(this));
  });
  hidden(proto, 'toLocaleDateString', function toLocaleDateString(locales, options) {
    return print(plan(locales, options, 'date'), timeOf(this));
  });
  hidden(proto, 'toLocaleTimeString', function toLocaleTimeString(locales, options) {
    return print(plan(locales, options, 'time'), timeOf(this));
  });

  class DateTimeFormat {
    #plan;
    constructor(locales, options) {
      const bare = !options || ![...DATE, ...TIME, 'dateStyle', 'timeStyle'].some(name => options[name] !== undefined);
      this.#plan = plan(locales, options, bare ? 'date' : 'any');
    }
    format(date) { return print(this.#plan, date === undefined ? host.now() : Number(date)); }
    formatToParts(date) { return partsOf(this.#plan, date === undefined ? host.now() : Number(date)); }
    resolvedOptions() {
      return { locale: 'en-US', calendar: 'gregory', numberingSystem: 'latn', timeZone: this.#plan.zone.name };
    }
  }
  class NumberFormat {
    #options;
    constructor(locales, options) { this.#options = options || {}; }
    format(value) {
      const { minimumFractionDigits: least = 0, style, currency } = this.#options;
      const most = this.#options.maximumFractionDigits ?? (style === 'currency' ? 2 : Math.max(3, least));
      const digits = style === 'currency' ? 2 : least;
      let text = Math.abs(value).toFixed(most);
      if (text.includes('.')) {
        let end = text.length;
        while (text[end - 1] === '0' && end - text.indexOf('.') - 1 > digits) end--;
        text = text.slice(0, text[end - 1] === '.' ? end - 1 : end);
      }
      const [whole, rest] = text.split('.');
      const grouped = this.#options.useGrouping === false ? whole : whole.replace(/\B(?=(\d{3})+$)/g, ',');
      const sign = value < 0 ? '-' : '';
      return sign + (style === 'currency' ? (currency === 'USD' || !currency ? '$' : currency + '\u00a0') : '')
        + grouped + (rest ? '.' + rest : '') + (style === 'percent' ? '%' : '');
    }
  }
  hidden(globalThis, 'Intl', { DateTimeFormat: callable(DateTimeFormat), NumberFormat: callable(NumberFormat) });
  hidden(Number.prototype, 'toLocaleString', function toLocaleString(locales, options) {
    return new NumberFormat(locales, options).format(Number(this));
  });
  // As in the language's own, new may be left out.
  function callable(type) {
    const made = function (...given) { return new type(...given); };
    made.prototype = type.prototype;
    made.supportedLocalesOf = () => ['en-US'];
    return made;
  }
})

// Numbers and times as people read them. A figure that is not there is a dash.

import { zone } from "/web/shell/settings.js";

const DASH = "–";
const numbers = new Map();

/** A format is made when it is first needed, and once: making one takes longer than a thousand uses. */
function grouped(n, least, most) {
  const key = `${least} ${most}`;
  let made = numbers.get(key);
  if (!made) {
    made = new Intl.NumberFormat("en-US", { minimumFractionDigits: least, maximumFractionDigits: most });
    numbers.set(key, made);
  }
  return made.format(n).replace("-", "−");
}

export const count = (n) => (n == null ? DASH : grouped(n, 0, 3));

/** 1,234.50; a minus sign that is one. */
export function number(n, digits = 2) {
  if (n == null || Number.isNaN(n)) return DASH;
  return grouped(n, digits, digits);
}

export const money = (n, currency = "USD") => (n == null ? DASH : `${number(n)}${currency === "USD" ? "" : ` ${currency}`}`);

/** A price without needless zeros: 5091.25, 0.00005. */
export const price = (n) => (n == null ? DASH : grouped(n, 0, 8));

/** 0.237 -> 23.7 % */
export const percent = (fraction, digits = 1) => (fraction == null ? DASH : `${number(fraction * 100, digits)} %`);

export const bytes = (n) => (n == null ? DASH : n < 1e5 ? `${number(n / 1e3, 1)} kB` : n < 1e9 ? `${number(n / 1e6, 1)} MB` : `${number(n / 1e9, 1)} GB`);

/** The class of a figure by its sign. The sign itself is in the text, so that colour is never alone. */
export const signed = (n) => (n == null || n === 0 ? "" : n > 0 ? "gain" : "loss");

/** 48 s, 12 min, 3 h 05 min, 2 d 4 h */
export function duration(seconds) {
  if (seconds == null || seconds < 0) return DASH;
  const s = Math.floor(seconds);
  if (s < 60) return `${s} s`;
  const m = Math.floor(s / 60);
  if (m < 60) return `${m} min`;
  const h = Math.floor(m / 60);
  if (h < 24) return `${h} h ${String(m % 60).padStart(2, "0")} min`;
  return `${Math.floor(h / 24)} d ${h % 24} h`;
}

export const megabytes = (mb) => (mb == null ? DASH : `${Math.round(mb)} MB`);

const formats = new Map();

function format(key, options) {
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat("en-CA", { hour12: false, ...options });
    formats.set(key, made);
  }
  return made;
}

const parts = (made, at) => Object.fromEntries(made.formatToParts(at).map(({ type, value }) => [type, value]));
const DATE = { year: "numeric", month: "2-digit", day: "2-digit" };
const TIME = { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" };

/** 2024-01-02 08:30 in the chosen zone; `exchange` is the contract's own zone. Seconds only when there are some, or asked for. */
export function time(instant, exchange, { seconds = false, date = true } = {}) {
  if (instant == null) return DASH;
  const p = parts(format(`t${zone(exchange)}`, { timeZone: zone(exchange), ...DATE, ...TIME }), new Date(instant));
  const clock = `${p.hour}:${p.minute}${seconds || p.second !== "00" ? `:${p.second}` : ""}`;
  return date ? `${p.year}-${p.month}-${p.day} ${clock}` : clock;
}

export function day(instant, exchange) {
  if (instant == null) return DASH;
  const p = parts(format(`d${zone(exchange)}`, { timeZone: zone(exchange), ...DATE }), new Date(instant));
  return `${p.year}-${p.month}-${p.day}`;
}

/** Parts of a time in a zone, as numbers: {year, month, day, hour, minute, weekday 0 = Sunday}. */
export function wall(instant, timeZone) {
  const p = parts(format(`w${timeZone}`, { timeZone, ...DATE, ...TIME, weekday: "short" }), new Date(instant));
  return {
    year: +p.year, month: +p.month, day: +p.day, hour: +p.hour, minute: +p.minute,
    weekday: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"].indexOf(p.weekday.slice(0, 3)),
  };
}

export function clock(date, timeZone) {
  const p = parts(format(`c${timeZone}`, { timeZone, ...TIME }), date);
  return `${p.hour}:${p.minute}:${p.second}`;
}

const CAPITALS = { auc: "AUC", ic: "IC", ece: "ECE", cagr: "CAGR", sqn: "SQN", psr: "PSR", mae: "MAE", mfe: "MFE", r: "R", t: "t", z: "z", k: "K", pct: "%" };

/** database_records -> Database records, expectancy_r -> Expectancy R */
export function label(key) {
  const words = key.split("_").map((word) => CAPITALS[word] ?? word).join(" ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** An instant as the services write it. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z$/;

/** A text as it is, an instant as a time of the chosen zone. */
export const readable = (text, exchange) => (INSTANT.test(text) ? time(text, exchange) : text);

/** A value of a health body. Lists and objects show how many members they have, unless they are short. */
export function value(v) {
  if (v === null || v === undefined) return DASH;
  if (v === true) return "yes";
  if (v === false) return "no";
  if (typeof v === "number") return count(v);
  if (Array.isArray(v)) return v.length === 0 ? "none" : v.length <= 3 ? v.map(value).join(", ") : `${v.length} entries`;
  if (typeof v === "object") {
    const members = Object.entries(v);
    return members.length === 0 ? "none" : members.length <= 3 ? members.map(([k, x]) => `${k} ${value(x)}`).join(", ") : `${members.length} entries`;
  }
  return readable(String(v));
}

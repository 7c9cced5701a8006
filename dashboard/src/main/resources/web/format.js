// Numbers and times as people read them.

const whole = new Intl.NumberFormat("en-US");

export const count = (n) => whole.format(n);

/** 48 s, 12 min, 3 h 05 min, 2 d 4 h */
export function duration(seconds) {
  if (seconds == null || seconds < 0) return "–";
  const s = Math.floor(seconds);
  if (s < 60) return `${s} s`;
  const m = Math.floor(s / 60);
  if (m < 60) return `${m} min`;
  const h = Math.floor(m / 60);
  if (h < 24) return `${h} h ${String(m % 60).padStart(2, "0")} min`;
  return `${Math.floor(h / 24)} d ${h % 24} h`;
}

export const megabytes = (mb) => (mb == null ? "–" : `${Math.round(mb)} MB`);

export function clock(date, zone) {
  return new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit", timeZone: zone }).format(date);
}

/** database_records -> Database records */
export function label(key) {
  const words = key.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A value of a health body. Lists and objects show how many members they have, unless they are short. */
export function value(v) {
  if (v === null || v === undefined) return "–";
  if (v === true) return "yes";
  if (v === false) return "no";
  if (typeof v === "number") return count(v);
  if (Array.isArray(v)) return v.length === 0 ? "none" : v.length <= 3 ? v.map(value).join(", ") : `${v.length} entries`;
  if (typeof v === "object") {
    const members = Object.entries(v);
    return members.length === 0 ? "none" : members.length <= 3 ? members.map(([k, x]) => `${k} ${value(x)}`).join(", ") : `${members.length} entries`;
  }
  return String(v);
}

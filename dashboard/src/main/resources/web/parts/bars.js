// Bars of one series as they are wanted: a window per timeframe that grows to both sides, never the whole series.
// Places in a window are absolute and stay what they are when bars come in front: `bars[place - offset]`.

import { get } from "/web/shell/api.js";

export const LADDER = [["1m", 60], ["5m", 300], ["15m", 900], ["30m", 1800], ["1h", 3600], ["4h", 14400], ["1d", 86400], ["1w", 604800]];
/** More bars than this are not kept in one window: those farthest from the view go. */
const KEPT = 24_000;

/** Milliseconds of a timeframe; null for bars that are not made by time (tick:100). */
export function lengthOf(timeframe) {
  const [, n, unit] = /^(\d+)([smhdw])$/.exec(timeframe) ?? [];
  return n ? n * { s: 1e3, m: 6e4, h: 36e5, d: 864e5, w: 6048e5 }[unit] : null;
}

export class Bars {
  #loads = new AbortController();
  #windows = new Map();

  /** `parameters` go with every request, e.g. hours=regular. */
  constructor(symbol, parameters, signal) {
    this.symbol = symbol;
    this.parameters = parameters;
    signal.addEventListener("abort", () => this.#loads.abort());
    this.signal = signal;
  }

  async #ask(timeframe, parameters) {
    const answer = await get("data", `/api/data/${encodeURIComponent(this.symbol)}`, { ...this.parameters, timeframe, ...parameters }, this.#loads.signal);
    return { ...answer, bars: answer.data.map((b) => ({ t: Date.parse(b.timestamp), o: b.open, h: b.high, l: b.low, c: b.close, v: b.volume })) };
  }

  /** What is asked for now and no longer wanted is given up. */
  stop() {
    this.#loads.abort();
    this.#loads = new AbortController();
    if (this.signal.aborted) this.#loads.abort();
    for (const w of this.#windows.values()) w.before = w.after = null;
  }

  /** The newest `n` bars; the timeframe is the series' own when null. */
  async newest(timeframe, n) {
    const answer = await this.#ask(timeframe, { limit: n });
    const w = this.#keep(answer.timeframe, answer.bars);
    w.begun = answer.bars.length < n;
    w.ended = true;
    w.made = answer.made_from ?? null;
    return w;
  }

  /** When the series begins: as the list of stored series says, by its weeks for those that are joined when asked. */
  async begin() {
    const { series } = await get("data", "/api/data", {}, this.#loads.signal);
    const stored = series.find((one) => one.symbol === this.symbol);
    return stored ? Date.parse(stored.first) : (await this.#ask("1w", { limit: 100_000 })).bars[0].t;
  }

  /** A window with `n` bars to both sides of an instant, from what is here if it is. */
  async around(timeframe, instant, n) {
    const kept = this.#windows.get(timeframe);
    if (kept?.covers(instant, n)) return kept;
    const [before, after] = await Promise.all([this.#before(timeframe, instant, n), this.#after(timeframe, instant, n)]);
    const w = this.#keep(timeframe, [...before.bars, ...after.bars]);
    w.begun = before.bars.length < n;
    w.ended = after.ended;
    w.made = before.made_from ?? null;
    return w;
  }

  #keep(timeframe, bars) {
    const w = new Window(timeframe, bars);
    this.#windows.set(timeframe, w);
    return w;
  }

  #before(timeframe, instant, n) {
    return this.#ask(timeframe, { end_date: new Date(instant).toISOString(), limit: n });
  }

  /** The service gives the newest of a range: a range of n bars' length holds n at most, fewer where the market was closed. */
  async #after(timeframe, instant, n) {
    let length = lengthOf(timeframe) * n;
    for (;;) {
      const answer = await this.#ask(timeframe, { start_date: new Date(instant).toISOString(), end_date: new Date(instant + length).toISOString(), limit: Math.ceil(length / lengthOf(timeframe)) });
      if (answer.bars.length >= n / 8) return { bars: answer.bars, ended: false };
      // Little or nothing in it: a long close, a hole, or the end of the series, which the newest bar tells.
      const last = (await this.#ask(timeframe, { limit: 1 })).bars.at(-1)?.t ?? 0;
      if (last < instant + length) return { bars: answer.bars, ended: true };
      length = answer.bars.length === 0 ? length * 8 : length * 3;
    }
  }

  /** Sees to it that places `from` to `to` are there, as far as there are bars; asks for `least` at once. */
  async reach(w, from, to, least = 500) {
    const jobs = [];
    if (from < w.offset && !w.begun) {
      jobs.push(w.before ??= this.#more(w, "before", async () => {
        const n = Math.ceil(Math.max(w.offset - from, least));
        const { bars } = await this.#before(w.timeframe, w.bars[0].t, n);
        w.begun = bars.length < n;
        w.prepend(bars);
      }));
    }
    if (to > w.end && !w.ended) {
      jobs.push(w.after ??= this.#more(w, "after", async () => {
        const { bars, ended } = await this.#after(w.timeframe, w.bars.at(-1).t + 1, Math.ceil(Math.max(to - w.end, least)));
        w.ended = ended;
        w.append(bars);
      }));
    }
    await Promise.all(jobs);
  }

  async #more(w, side, load) {
    try {
      await load();
    } finally {
      w[side] = null;
    }
  }
}

class Window {
  offset = 0;
  begun = false;
  ended = false;
  before = null;
  after = null;
  /** Goes up when bars come or go, for what is computed of them. */
  version = 0;

  constructor(timeframe, bars) {
    this.timeframe = timeframe;
    this.bars = bars;
  }

  get end() { return this.offset + this.bars.length; }

  at(place) { return this.bars[place - this.offset]; }

  /** The place of the bar that an instant falls into; between bars, the one before it. */
  place(instant) {
    let low = 0;
    let high = this.bars.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.bars[middle].t <= instant) low = middle + 1;
      else high = middle;
    }
    return this.offset + low - 1;
  }

  covers(instant, n) {
    const place = this.place(instant);
    return (this.begun || place - n / 2 >= this.offset) && (this.ended || place + n / 2 <= this.end) && place >= this.offset;
  }

  prepend(bars) {
    this.bars = [...bars, ...this.bars];
    this.offset -= bars.length;
    if (this.bars.length > KEPT) {
      this.bars.length = KEPT;
      this.ended = false;
    }
    this.version++;
  }

  append(bars) {
    this.bars = [...this.bars, ...bars];
    const over = this.bars.length - KEPT;
    if (over > 0) {
      this.bars = this.bars.slice(over);
      this.offset += over;
      this.begun = false;
    }
    this.version++;
  }
}

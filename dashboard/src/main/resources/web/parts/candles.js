// Candles and volume of one series over millions of bars. Bars around the view are loaded as one moves; when the view spans too many
// of them, a longer timeframe is shown in their place, and the chosen one again when it spans few.

import { h, setText } from "/web/parts/dom.js";
import { chart } from "/web/parts/chart.js";
import { Bars, LADDER, lengthOf } from "/web/parts/bars.js";
import { warmUp } from "/web/parts/indicators.js";
import { layers, readout } from "/web/parts/candlelayers.js";
import { pointers } from "/web/parts/pointers.js";

/**
 * @param symbol     any that the data service has bars of, continuous ones too
 * @param timeframe  the finest to show, by time (5m, not tick:100); the series' own when null
 * @param zone       the exchange's time zone, for times
 * @param from,to    instants to open at; the newest bars else
 * @param overlays   {lines: [{kind: sma|ema|bollinger, period}], markers: [{time, price, side: buy|sell, kind: entry|exit, text}],
 *                   prices: [{from, to, price, kind: stop|limit|target}], rolls: [{time, text}]}
 * @param parameters further ones for the service, e.g. {hours: "regular"}
 * @param moved      called with {from, to, timeframe} when the view has come to rest
 * @returns {root, focus(from, to), overlay(overlays), choose(timeframe), inZone(zone), ready}
 */
export function candles({ symbol, timeframe = null, zone, signal, from = null, to = null, height = 460, overlays = {}, parameters = {}, moved = null }) {
  const bars = new Bars(symbol, parameters, signal);
  const text = h("p", { class: "candles-readout num", "aria-live": "off" });
  const shownAs = h("span", { class: "tag", data: { part: "timeframe" } });
  const state = h("span", { class: "quiet", role: "status", text: "Loading bars…" });
  let w = null;
  let finest = timeframe;
  let first = 0;
  let span = 0;
  let pointed = null;
  let instance = null;
  let turn = 0;
  let drawnKinds = null;
  /** The timeframe that is on its way, and how far one has zoomed since. */
  let coming = null;
  let rest = 0;

  const drawn = chart({ height, signal, describe: `Candles and volume of ${symbol}. Arrow keys move, plus and minus zoom, comma and full stop step through bars.`, options: () => ({}) });
  const root = h("div", { class: "candles", tabindex: "0", role: "group", "aria-label": `Chart of ${symbol}`, data: { state: "loading" } },
    h("div", { class: "candles-head" }, text, h("span", { class: "tools" }, state, shownAs)), drawn.root);

  const most = () => Math.max(240, Math.round((root.clientWidth || 900) * 1.2));
  const warm = () => Math.max(0, ...(overlays.lines ?? []).map(warmUp));

  function draw() {
    if (!instance || !w) return;
    const i0 = Math.max(w.offset, Math.floor(first));
    // While a longer timeframe is on its way, no more of this one than can be told apart.
    const i1 = Math.min(w.end, Math.ceil(first + span), i0 + most() * 2);
    const view = { w, i0, i1, zone, overlays, height, pointed };
    const options = layers(view);
    const kinds = options.series.map((one) => one.id).join();
    instance.setOption(options, kinds === drawnKinds ? {} : { replaceMerge: ["series"] });
    drawnKinds = kinds;
    setText(shownAs, finest && w.timeframe !== finest ? `${w.timeframe} shown, ${finest} when nearer` : w.timeframe);
    text.replaceChildren(...readout(view));
    Object.assign(root.dataset, { state: "drawn", timeframe: w.timeframe, bars: String(i1 - i0), from: time(i0), to: time(i1 - 1) });
    clearTimeout(rest);
    rest = setTimeout(() => moved?.({ from: time(i0), to: time(i1 - 1), timeframe: w.timeframe }), 250);
  }

  const time = (place) => { const bar = w.at(Math.min(Math.max(place, w.offset), w.end - 1)); return bar ? new Date(bar.t).toISOString() : ""; };

  function bound() {
    span = Math.max(12, span);
    if (w.ended) first = Math.min(first, w.end - Math.min(span, w.end - w.offset) + (span > 40 ? span * 0.03 : 0));
    if (w.begun) first = Math.max(first, w.offset);
    // Never out of sight of what is loaded: what follows is loaded already.
    first = Math.min(Math.max(first, w.offset - span * 0.9), w.end - span * 0.1);
  }

  /** Draws what is here, then loads what the view and its surroundings still lack: more than that at once, so that most steps ask nothing. */
  async function move() {
    bound();
    draw();
    const margin = Math.max(span, 300) + warm();
    const lacks = (from, to) => (from < w.offset && !w.begun) || (to > w.end && !w.ended);
    const seen = lacks(first - warm(), first + span);
    if (!lacks(first - margin, first + span + margin)) return;
    await attempt(async () => {
      await bars.reach(w, Math.floor(first - margin), Math.ceil(first + span + margin), Math.ceil(2 * margin));
      if (!seen) return;
      bound();
      draw();
    });
  }

  async function attempt(what) {
    const mine = ++turn;
    const late = setTimeout(() => setText(state, "Loading bars…"), 150);
    try {
      await what();
      if (mine === turn) setText(state, "");
    } catch (e) {
      if (e.name === "AbortError" || signal.aborted) return;
      setText(state, e.message);
      root.dataset.state = "failed";
    } finally {
      clearTimeout(late);
    }
  }

  /** Shows a time span in the timeframe that fits: the chosen one, or a longer one if that has too many bars. */
  async function show(start, end, least = 0) {
    bars.stop();
    coming = null;
    await attempt(async () => {
      if (!finest) finest = (await bars.newest(null, 1)).timeframe;
      const fits = steps().find(([, seconds]) => (end - start) / 1000 / seconds <= most()) ?? steps().at(-1);
      const length = fits[1] * 1000;
      const n = Math.ceil(Math.max((end - start) / length, least, 60)) + warm() + 200;
      w = await bars.around(fits[0], Math.min(end, start + length * n), n);
      const a = w.place(start);
      const b = w.place(end) + 1;
      const room = Math.max(0, least - (b - a)) / 2;
      first = a - room;
      span = Math.max(12, b - a + 2 * room);
      bound();
      draw();
    });
    if (w) move();
  }

  /** The chosen timeframe and those above it. */
  function steps() {
    const own = lengthOf(finest);
    return [[finest, own / 1000], ...LADDER.filter(([, seconds]) => own && seconds * 1000 > own)];
  }

  function zoom(factor, at = 0.5) {
    if (!w) return;
    const middle = first + span * at;
    span = Math.max(12, span * factor);
    first = middle - span * at;
    if (coming) coming.factor *= factor;
    else if (!fit(middle, at)) move();
    else draw();
  }

  /** Goes to a longer timeframe when the view has too many bars, to a shorter one when it has few. Answers whether it does. */
  function fit(middle, at) {
    const length = lengthOf(w.timeframe);
    if (!length) return false;
    const barsIn = ([, seconds]) => (span * length) / 1000 / seconds;
    const longer = steps().filter(([, seconds]) => seconds * 1000 > length);
    const other = span > most() ? longer.find((step) => barsIn(step) <= most() / 2) ?? longer.at(-1)
      : span < most() / 12 && w.timeframe !== finest ? steps().find((step) => barsIn(step) <= most() / 2) : null;
    if (!other || other[0] === w.timeframe) {
      span = Math.min(span, most() * 2);
      return false;
    }
    change(other[0], barsIn(other), middle, at);
    return true;
  }

  /** Another timeframe around the same time; what is shown stays until its bars are here. */
  async function change(timeframeWanted, wanted, middle, at) {
    const instant = w.at(Math.round(Math.min(Math.max(middle, w.offset), w.end - 1))).t;
    bars.stop();
    const mine = (coming = { factor: 1 });
    await attempt(async () => {
      try {
        w = await bars.around(timeframeWanted, instant, Math.ceil(wanted * 1.5 + warm() + 300));
        span = wanted * mine.factor;
        first = w.place(instant) - span * at;
        pointed = null;
      } finally {
        if (coming === mine) coming = null;
      }
      const again = fit(first + span * at, at);
      if (!again) move();
    });
  }

  const pan = (step) => { if (w) { first += step; move(); } };

  async function end(side) {
    if (!w) return;
    bars.stop();
    coming = null;
    await attempt(async () => {
      if (side < 0 && !w.begun) w = await bars.around(w.timeframe, await bars.begin(), Math.ceil(span + 600));
      if (side > 0 && !w.ended) w = await bars.newest(w.timeframe, Math.ceil(span + warm() + 600));
      first = side < 0 ? w.offset : w.end - span;
    });
    move();
  }

  function point(place) {
    const bar = Math.min(Math.max(place, w.offset, Math.floor(first)), w.end - 1, Math.ceil(first + span) - 1);
    if (bar === pointed) return;
    pointed = bar;
    text.replaceChildren(...readout({ w, i0: Math.max(w.offset, Math.floor(first)), i1: Math.min(w.end, Math.ceil(first + span)), zone, overlays, pointed }));
  }

  root.addEventListener("keydown", (event) => {
    if (event.target !== root || event.ctrlKey || event.metaKey || !w) return;
    const far = event.shiftKey ? 1 : 0.1;
    const act = {
      ArrowLeft: () => pan(-Math.max(1, Math.round(span * far))), ArrowRight: () => pan(Math.max(1, Math.round(span * far))),
      PageUp: () => pan(-span), PageDown: () => pan(span), Home: () => end(-1), End: () => end(1),
      "+": () => zoom(0.7), "=": () => zoom(0.7), "-": () => zoom(1 / 0.7),
      ",": () => point((pointed ?? w.end) - 1), ".": () => point((pointed ?? w.end - 2) + 1),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  drawn.chart.then((made) => {
    if (!made) return;
    instance = made;
    pointers(drawn.root, { pan, zoom, perPixel: () => span / Math.max(1, drawn.root.clientWidth - 90), held: () => root.focus({ preventScroll: true }),
      over: (x) => w && point(Math.max(w.offset, Math.floor(first)) + Math.round(made.convertFromPixel({ xAxisIndex: 0 }, x))), out: () => { pointed = null; draw(); } });
    draw();
  }).catch(() => {});
  signal.addEventListener("abort", () => clearTimeout(rest));

  async function open() {
    if (from !== null) return show(+new Date(from), +new Date(to ?? from), 60);
    await attempt(async () => {
      w = await bars.newest(timeframe, 700 + warm());
      finest ??= w.timeframe;
      span = Math.min(200, Math.max(60, (root.clientWidth || 900) / 6));
      first = w.end - span + span * 0.03;
      if (w.bars.length === 0) throw new Error(`${symbol} has no bars to show.`);
      bound();
      draw();
    });
  }

  return {
    root,
    /** Once bars are drawn, or it has been said why there are none. */
    ready: Promise.all([open(), drawn.chart.catch(() => null)]),
    /** Shows the bars between two instants with some around them. */
    focus: (start, stop = start) => { const a = +new Date(start); const b = +new Date(stop); const more = Math.max((b - a) * 0.1, 20 * (lengthOf(finest ?? "1m") ?? 0)); return show(a - more, b + more, 60); },
    /** Times in another zone, when the contract's was not known at first. */
    inZone: (next) => {
      if (next === zone) return;
      zone = next;
      draw();
    },
    overlay: (next) => { overlays = next; if (w) move(); },
    choose: (next) => {
      const [a, b] = w ? [Date.parse(time(Math.floor(first))), Date.parse(time(Math.ceil(first + span) - 1))] : [0, 0];
      finest = next;
      const length = lengthOf(next) ?? 60_000;
      // As much of the view as this timeframe can show: what one chooses is what one sees.
      return show(Math.min(Math.max(a, b - length * most() * 0.6), b - length * 120), b, 60);
    },
  };
}

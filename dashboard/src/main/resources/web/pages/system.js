// The processes: what each says of itself, how quick it answers, and what happened.

import { h, panel, setText } from "/web/parts/dom.js";
import { activity } from "/web/parts/activity.js";
import { count, duration, label, megabytes, value } from "/web/parts/format.js";
import { connection, live, onNotice, system } from "/web/shell/live.js";

const PURPOSE = {
  data: "Bars, contracts and imports",
  backtest: "Strategies, runs and results",
  risk: "Limits and risk figures",
  ml: "Features, models and signals",
  portfolio: "Portfolios, trades and equity",
  redis: "Notices between the services",
};
const WORD = {
  healthy: "Healthy", degraded: "Degraded", unhealthy: "Unhealthy", down: "Down", failed: "Given up",
  starting: "Starting", restarting: "Restarting", stopped: "Stopped",
};
const HIDDEN = new Set(["problems"]);

export const title = () => "System";

export function show(view, { signal }) {
  const tiles = ["Services healthy", "Bars stored", "Memory in use", "Up for"].map(tile);
  const polled = h("small", { class: "quiet" });
  const stream = h("small", { id: "stream", class: "quiet", text: connection });
  const list = h("div", { class: "cards" });
  const happened = activity();
  view.replaceChildren(h("h1", { text: "System" }), h("p", { class: "lead", id: "home-directory" }),
    h("section", { class: "tiles", "aria-label": "Summary" }, tiles.map((t) => t.root)),
    h("div", { class: "columns" }, panel("Services", { tools: polled }, list), panel("Activity", { class: "activity", tools: stream }, happened.root)));
  const cards = new Map();
  const draw = () => {
    const services = system.services();
    drawTiles(tiles, services);
    setText(view.querySelector("#home-directory"), system.system ? `Everything is kept in ${system.system.home}` : "");
    if (system.polledAt) setText(polled, `asked every 2 s, last at ${system.polledAt.toLocaleTimeString("en-GB")}`);
    for (const service of services) {
      if (!cards.has(service.name)) {
        cards.set(service.name, newCard(service));
        list.append(cards.get(service.name).root);
      }
      drawCard(cards.get(service.name), service);
    }
  };
  system.addEventListener("change", draw, { signal });
  live.addEventListener("connection", (event) => setText(stream, event.detail), { signal });
  onNotice(happened.add, signal);
  draw();
}

function tile(name) {
  const figure = h("b", { class: "num", text: "–", id: `tile-${name.split(" ").at(-1)}` });
  const note = h("small");
  return { root: h("div", { class: "tile" }, h("span", { class: "label", text: name }), figure, note), figure, note };
}

function drawTiles([healthy, records, memory, up], services) {
  if (!system.system) return;
  const ours = services.filter((s) => s.http);
  const redis = services.find((s) => s.name === "redis");
  const stored = services.find((s) => s.name === "data")?.details.database_records;
  const used = services.reduce((sum, s) => sum + (s.memory_mb ?? 0), system.system.memory_mb ?? 0);
  const restarts = services.reduce((sum, s) => sum + s.restarts, 0);
  setText(healthy.figure, `${ours.filter((s) => s.state === "healthy").length} of ${ours.length}`);
  setText(healthy.note, redis ? `Redis ${(WORD[redis.state] ?? redis.state).toLowerCase()}` : "");
  setText(records.figure, stored == null ? "–" : count(stored));
  setText(records.note, "in the data service");
  setText(memory.figure, used > 0 ? megabytes(used) : "–");
  setText(memory.note, `resident, launcher ${megabytes(system.system.memory_mb)}`);
  setText(up.figure, system.system.started_at ? duration((Date.now() - Date.parse(system.system.started_at)) / 1000) : "–");
  setText(up.note, restarts === 0 ? "no restarts" : restarts === 1 ? "1 restart" : `${restarts} restarts`);
}

function drawCard(card, service) {
  card.root.dataset.state = service.state;
  card.state.dataset.state = service.state;
  setText(card.stateText, WORD[service.state] ?? service.state);
  setText(card.reason, service.reason);
  setText(card.up, duration(service.uptime));
  setText(card.pid, service.pid == null ? "–" : String(service.pid));
  setText(card.memory, megabytes(service.memory_mb));
  setText(card.restarts, String(service.restarts));
  drawDetails(card.details, service.details);
  if (card.path) {
    setText(card.ms, service.ms == null ? "no answer" : `${Math.round(service.ms)} ms`);
    card.path.setAttribute("d", trace(service.trace));
  }
}

function newCard(service) {
  const stateText = h("span", { class: "text" });
  const state = h("p", { class: "state", "data-state": service.state }, h("span", { class: "sign", "aria-hidden": "true" }), stateText);
  const reason = h("p", { class: "reason" });
  const fact = (name) => {
    const dd = h("dd", { text: "–" });
    return [h("div", {}, h("dt", { text: name }), dd), dd];
  };
  const [upBox, up] = fact("Up for");
  const [pidBox, pid] = fact("Process");
  const [memoryBox, memory] = fact("Memory");
  const [restartsBox, restarts] = fact("Restarts");
  const details = h("dl", { class: "details" });
  const heading = h("h3", { text: service.name, id: `name-${service.name}`, class: service.name.length <= 2 ? "upper" : "" });
  const foot = h("div", { class: "card-foot" }, h("span", { class: "mono", text: service.address.replace(/^\w+:\/\//, "") }));
  let path = null;
  let ms = null;
  const root = h("article", { class: "card", "data-service": service.name, "aria-labelledby": `name-${service.name}` },
    h("div", { class: "card-head" }, heading, state),
    h("p", { class: "purpose", text: PURPOSE[service.name] ?? "" }),
    reason,
    h("dl", { class: "facts" }, upBox, pidBox, memoryBox, restartsBox),
    details);
  if (service.http) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("class", "trace");
    svg.setAttribute("viewBox", "0 0 59 22");
    svg.setAttribute("preserveAspectRatio", "none");
    svg.setAttribute("aria-hidden", "true");
    path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    svg.append(path);
    ms = h("span", { class: "num" });
    root.append(h("div", { class: "trace-row" }, h("span", { text: "Answers in" }), svg, ms));
    for (const [text, to] of [["API", "/docs"], ["Health", "/health"], ["Metrics", "/metrics"]]) {
      foot.append(h("a", { href: service.url + to, text, "aria-label": `${text} of the ${service.name} service` }));
    }
  }
  root.append(foot);
  return { root, state, stateText, reason, up, pid, memory, restarts, details, path, ms };
}

function drawDetails(list, details) {
  const shown = Object.entries(details).filter(([key]) => !HIDDEN.has(key)).slice(0, 8);
  const text = JSON.stringify(shown);
  if (list.dataset.text === text) return;
  list.dataset.text = text;
  list.replaceChildren(...shown.flatMap(([key, v]) => [h("dt", { text: label(key) }), h("dd", { text: value(v) })]));
}

/** A line over the last two minutes; it breaks where there was no answer. */
function trace(values) {
  const top = Math.max(20, ...values.filter((v) => v != null));
  let d = "";
  let pen = false;
  values.forEach((v, i) => {
    if (v == null) {
      pen = false;
      return;
    }
    d += `${pen ? "L" : "M"}${i + 60 - values.length - 1 + 0.5} ${(20 - (v / top) * 18).toFixed(1)}`;
    pen = true;
  });
  return d;
}

// Draws the model. Every text is set as text, so nothing that a service says can become markup.

import { count, duration, label, megabytes, value } from "/web/format.js";

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

const byId = (id) => document.getElementById(id);

function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, given] of Object.entries(attributes)) {
    if (name === "text") node.textContent = given;
    else node.setAttribute(name, given);
  }
  node.append(...children);
  return node;
}

function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

const cards = new Map();

export function draw(model) {
  const services = model.services();
  const overall = model.overall();
  const pill = byId("overall");
  pill.dataset.state = overall.state;
  setText(pill.querySelector(".text"), overall.text);
  drawTiles(model, services);
  for (const service of services) drawCard(service);
  if (model.polledAt) setText(byId("polled"), `asked every 2 s, last at ${model.polledAt.toLocaleTimeString("en-GB")}`);
  const well = services.filter((s) => s.state === "healthy").length;
  document.title = services.length === 0 ? "Futures Backtester" : `${well}/${services.length} healthy · Futures Backtester`;
}

function drawTiles(model, services) {
  const system = model.system;
  if (!system) return;
  setText(byId("version"), `Version ${system.version}`);
  setText(byId("home"), system.home);
  const ours = services.filter((s) => s.http);
  const well = ours.filter((s) => s.state === "healthy").length;
  setText(byId("tile-healthy"), `${well} of ${ours.length}`);
  const redis = services.find((s) => s.name === "redis");
  setText(byId("tile-healthy-note"), redis ? `Redis ${WORD[redis.state].toLowerCase()}` : "Redis runs elsewhere");
  const records = services.find((s) => s.name === "data")?.details.database_records;
  setText(byId("tile-records"), records == null ? "–" : count(records));
  setText(byId("tile-records-note"), `asked for ${count(system.bars_requests)} times since the start`);
  const memory = services.reduce((sum, s) => sum + (s.memory_mb ?? 0), system.memory_mb ?? 0);
  setText(byId("tile-memory"), memory > 0 ? megabytes(memory) : "–");
  setText(byId("tile-memory-note"), `resident, launcher ${megabytes(system.memory_mb)}`);
  setText(byId("tile-uptime"), system.started_at ? duration((Date.now() - Date.parse(system.started_at)) / 1000) : "–");
  const restarts = services.reduce((sum, s) => sum + s.restarts, 0);
  setText(byId("tile-uptime-note"), restarts === 0 ? "no restarts" : restarts === 1 ? "1 restart" : `${restarts} restarts`);
}

function drawCard(service) {
  let card = cards.get(service.name);
  if (!card) {
    card = newCard(service);
    cards.set(service.name, card);
    byId("cards").append(card.root);
  }
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
  const stateText = element("span", { class: "text" });
  const state = element("p", { class: "state", "data-state": service.state }, element("span", { class: "sign", "aria-hidden": "true" }), stateText);
  const reason = element("p", { class: "reason" });
  const fact = (name) => {
    const dd = element("dd", { text: "–" });
    return [element("div", {}, element("dt", { text: name }), dd), dd];
  };
  const [upBox, up] = fact("Up for");
  const [pidBox, pid] = fact("Process");
  const [memoryBox, memory] = fact("Memory");
  const [restartsBox, restarts] = fact("Restarts");
  const details = element("dl", { class: "details" });
  const heading = element("h3", { text: service.name, id: `name-${service.name}`, class: service.name.length <= 2 ? "upper" : "" });
  const foot = element("div", { class: "card-foot" }, element("span", { class: "mono", text: service.address.replace(/^\w+:\/\//, "") }));
  let path = null;
  let ms = null;
  const root = element("article", { class: "card", "data-service": service.name, "aria-labelledby": `name-${service.name}` },
    element("div", { class: "card-head" }, heading, state),
    element("p", { class: "purpose", text: PURPOSE[service.name] ?? "" }),
    reason,
    element("dl", { class: "facts" }, upBox, pidBox, memoryBox, restartsBox),
    details);
  if (service.http) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("class", "trace");
    svg.setAttribute("viewBox", "0 0 59 22");
    svg.setAttribute("preserveAspectRatio", "none");
    svg.setAttribute("aria-hidden", "true");
    path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    svg.append(path);
    ms = element("span", { class: "num" });
    root.append(element("div", { class: "trace-row" }, element("span", { text: "Answers in" }), svg, ms));
    for (const [text, to] of [["API", "/docs"], ["Health", "/health"], ["Metrics", "/metrics"]]) {
      foot.append(element("a", { href: service.url + to, text, "aria-label": `${text} of the ${service.name} service` }));
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
  list.replaceChildren(...shown.flatMap(([key, v]) => [element("dt", { text: label(key) }), element("dd", { text: value(v) })]));
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

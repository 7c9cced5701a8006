// What the services are working on at the moment, each job with its progress.

import { h, link } from "/web/parts/dom.js";
import { progress } from "/web/parts/progress.js";
import { get } from "/web/shell/api.js";
import { onNotice, system } from "/web/shell/live.js";

const LINGERS_MS = 4000;
const working = (job) => job.state === "queued" || job.state === "running";

const KINDS = [
  { service: "backtest", list: (signal) => get("backtest", "/api/backtests", { limit: 50 }, signal).then((a) => a.backtests), path: (job) => `/api/backtests/${job.id}`, label: (job) => `Backtest of ${job.strategy_name} on ${job.symbol}` },
  { service: "backtest", list: (signal) => get("backtest", "/api/sweeps", { limit: 20 }, signal).then((a) => a.sweeps), path: (job) => `/api/sweeps/${job.id}`, label: (job) => `Sweep of ${job.strategy_name} on ${job.symbol}` },
  { service: "backtest", list: (signal) => get("backtest", "/api/optimizations", { limit: 20 }, signal).then((a) => a.optimizations), path: (job) => `/api/optimizations/${job.id}`, label: (job) => `Search of ${job.strategy_name} on ${job.symbol}`, page: (job) => `/optimization/${job.id}` },
  { service: "backtest", list: (signal) => get("backtest", "/api/walkforwards", { limit: 20 }, signal).then((a) => a.walkforwards), path: (job) => `/api/walkforwards/${job.id}`, label: (job) => `Walk-forward of ${job.strategy_name} on ${job.symbol}`, page: (job) => `/walkforward/${job.id}` },
  { service: "ml", list: (signal) => get("ml", "/api/ml/trainings", { limit: 20 }, signal).then((a) => a.trainings), path: (job) => `/api/ml/trainings/${job.id}`, label: (job) => `Training of ${job.name || job.id}` },
  { service: "data", list: (signal) => get("data", "/api/data/imports", {}, signal).then((a) => a.imports), path: (job) => `/api/data/imports/${job.id}`, label: (job) => `Import${job.details?.file ? ` of ${job.details.file}` : ""}` },
];

/** How many jobs the services say they have. */
export function busy() {
  return system.services().reduce((sum, { details: d }) => sum + (d.jobs_running ?? 0) + (d.jobs_waiting ?? 0) + (d.imports_running ?? 0) + (d.imports_waiting ?? 0), 0);
}

/** The list, which keeps itself up to date until the page is left; `onEnd(status)` is told of each job that ended. */
export function jobs({ signal, onEnd }) {
  const none = h("p", { class: "quiet", text: "Nothing is running. " }, h("a", { href: "/backtest", text: "Start a backtest" }));
  const list = h("div", { class: "jobs", id: "jobs", role: "list" });
  const shown = new Map();
  const draw = () => { none.hidden = shown.size > 0; };

  function begin(kind, job) {
    const path = kind.path(job);
    if (shown.has(path) || !working(job)) return;
    const made = progress({ service: kind.service, path, label: kind.label(job), signal });
    const row = h("div", { role: "listitem", data: { job: job.id } }, made.root, kind.page ? link(kind.page(job), "Open") : null);
    shown.set(path, row);
    list.append(row);
    draw();
    made.ended.catch(() => null).then((status) => {
      if (signal.aborted) return;
      onEnd(status);
      setTimeout(() => { row.remove(); shown.delete(path); draw(); }, LINGERS_MS);
    });
  }

  let looking = false;
  async function look() {
    if (looking || signal.aborted) return;
    looking = true;
    await Promise.allSettled(KINDS.map(async (kind) => { for (const job of await kind.list(signal)) begin(kind, job); }));
    looking = false;
  }

  system.addEventListener("change", () => busy() > 0 && look(), { signal });
  onNotice(look, signal);
  draw();
  return { root: h("div", {}, none, list), look };
}

// Limits that portfolios have passed and nobody has seen yet, as the risk service keeps them. A page goes on without them.

import { h, link } from "/web/parts/dom.js";
import { count, time } from "/web/parts/format.js";
import { get } from "/web/shell/api.js";

const MOST = 1000;
const SHOWN = 3;

const waiting = (more, signal) => get("risk", "/api/risk/alerts", { subject: "portfolio", acknowledged: false, ...more }, signal).then((page) => page.alerts, (e) => (e.name === "AbortError" ? Promise.reject(e) : []));

/** Says on the page of a portfolio what it has passed; nothing where it has passed nothing. */
export async function flag(id, signal) {
  const alerts = await waiting({ subject_id: id, limit: MOST }, signal);
  if (alerts.length === 0) return null;
  return h("section", { class: "note warn", id: "flags", "aria-label": "Limits passed" }, h("ul", {}, alerts.slice(0, SHOWN).map((a) => h("li", {}, a.message, " ", h("small", { class: "num", text: time(a.time) })))),
    alerts.length > SHOWN ? h("p", { text: `and ${count(alerts.length - SHOWN)} more` }) : null, link(`/risk?of=portfolio:${id}`, "Look at its risk, and acknowledge"));
}

/** Says behind a name in the list how many; by id of the portfolio. */
export async function flags(signal) {
  const counts = new Map();
  for (const a of await waiting({ limit: MOST }, signal)) counts.set(a.subject_id, (counts.get(a.subject_id) ?? 0) + 1);
  return (id) => (counts.has(String(id)) ? h("a", { class: "tag bad", href: `/risk?of=portfolio:${id}`, data: { flagged: id }, text: `${count(counts.get(String(id)))} ${counts.get(String(id)) === 1 ? "alert" : "alerts"}` }) : null);
}

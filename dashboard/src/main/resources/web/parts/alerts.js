// Alerts of limits that were passed: the kept ones, and new ones as they come.

import { empty, h, link, panel } from "/web/parts/dom.js";
import { count, time } from "/web/parts/format.js";
import { get, send } from "/web/shell/api.js";
import { onNotice } from "/web/shell/live.js";

const SHOWN = 20;

export async function alerts({ signal }) {
  const list = h("ul", { class: "alerts" });
  const total = h("small", { class: "quiet", role: "status" });
  const box = h("div", {}, list);

  async function load() {
    const { alerts: all, cursor } = await get("risk", "/api/risk/alerts", { limit: SHOWN }, signal);
    total.textContent = all.length === 0 ? "" : `${count(all.length)}${cursor ? " newest" : ""}, ${count(all.filter((a) => a.acknowledged === null).length)} not acknowledged`;
    if (all.length === 0) box.replaceChildren(empty("No limit was passed. Alerts stand here, and on the channel risk:alerts, as soon as one is."));
    else {
      list.replaceChildren(...all.map(entry));
      box.replaceChildren(list);
    }
  }

  function entry(a) {
    const to = a.subject === "backtest" ? `/result/${a.subject_id}` : `/portfolio/${a.subject_id}`;
    return h("li", { data: { alert: String(a.id), acknowledged: String(a.acknowledged !== null) } }, h("span", { class: `tag ${a.acknowledged === null ? "bad" : "wait"}`, text: a.acknowledged === null ? "passed" : "seen" }),
      h("span", {}, link(to, a.message), " ", h("small", { class: "quiet num", text: time(a.time) }), a.note ? h("small", { class: "quiet", text: ` ${a.note}` }) : null),
      a.acknowledged === null ? h("button", { type: "button", text: "Acknowledge", "aria-label": `Acknowledge alert ${a.id}`, onclick: async (e) => {
        e.target.disabled = true;
        await send("POST", "risk", `/api/risk/alerts/${a.id}/acknowledge`).then(load, (problem) => { e.target.disabled = false; total.textContent = problem.message; });
      } }) : null);
  }

  onNotice((event) => event.channel === "risk:alerts" && load().catch(() => {}), signal);
  await load();
  return { root: panel("Alerts", { id: "alerts", tools: total }, box) };
}

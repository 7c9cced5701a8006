// Repairs of a series: what is proposed with the bars before and after, applied and undone only after a second question.

import { empty, h, panel, setText } from "/web/parts/dom.js";
import { count, label, price, time } from "/web/parts/format.js";
import { get, send } from "/web/shell/api.js";
import { sure } from "/web/parts/sure.js";

const FIELDS = ["open", "high", "low", "close", "volume"];

/** The fields that differ, as "low 5446.1 → 5456.5"; a bar that goes says so. */
function differences({ before, after }) {
  if (!after) return "the bar is taken out";
  return FIELDS.filter((f) => before?.[f] !== after[f]).map((f) => `${f} ${price(before?.[f])} → ${price(after[f])}`).join(", ");
}

/** @param changed called after bars have changed */
export function repairs({ symbol, timeframe, zone, focus, signal, changed }) {
  const path = `/api/data/${encodeURIComponent(symbol)}/repairs`;
  const body = h("div", { class: "stack" }, h("p", { class: "quiet", text: "Looking for repairs…" }));
  const said = h("p", { class: "note", role: "status", hidden: true });
  const root = panel("Repairs", { id: "repairs" }, said, body);

  async function done(what, answer) {
    said.hidden = false;
    setText(said, `${what}: ${count(answer.repairs)} repairs, ${count(answer.bars)} bars. The series is now revision ${answer.revision}.`);
    await load();
    changed();
  }

  function changes(list) {
    return h("ul", { class: "changes" }, list.slice(0, 4).map((c) => h("li", {}, h("button", { type: "button", class: "plain num", title: "Show in the chart", text: time(c.time, zone), onclick: () => focus(c.time) }), ` ${differences(c)}`)),
      list.length > 4 ? h("li", { class: "quiet", text: `and ${count(list.length - 4)} more bars` }) : null);
  }

  function proposed(answer) {
    const chosen = new Set();
    const rows = (list) => list.map((p) => h("tr", { data: { proposal: p.id } },
      h("td", {}, h("input", { type: "checkbox", "aria-label": `Choose the repair of ${time(p.changes[0].time, zone)}`, onchange: (e) => (e.target.checked ? chosen.add(p.id) : chosen.delete(p.id)) })),
      h("td", { text: p.kinds.map(label).join(", ") }), h("td", { text: p.reason }), h("td", {}, changes(p.changes))));
    const tbody = h("tbody", {}, rows(answer.proposals));
    const more = answer.next == null ? null : h("button", { type: "button", text: "More", onclick: async () => {
      const next = await get("data", path, { timeframe, limit: 50, cursor: answer.next }, signal);
      tbody.append(...rows(next.proposals));
      answer.next = next.next;
      more.hidden = next.next == null;
    } });
    const apply = (given) => send("POST", "data", path, { timeframe }, given).then((answer_) => done("Applied", answer_));
    return [
      h("p", { text: `${count(answer.total)} proposed. Nothing is changed until you apply it, and each can be undone. Missing bars are never made up.` }),
      h("div", { class: "tools" }, sure({ text: "Apply chosen", id: "apply-chosen", question: () => (chosen.size === 0 ? null : `Change the bars of ${count(chosen.size)} chosen repairs?`), act: () => apply({ apply: [...chosen] }) }),
        ...Object.entries(answer.kinds).map(([kind, n]) => sure({ text: `Apply all ${count(n)} of ${label(kind).toLowerCase()}`, question: `Change the bars of all ${count(n)} of this kind?`, act: () => apply({ kinds: [kind] }) }))),
      h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Proposed repairs" }, h("table", { id: "proposals", "aria-label": "Proposed repairs" }, h("thead", {}, h("tr", {}, ["Choose", "Kind", "What it does", "Bars, before → after"].map((t) => h("th", { scope: "col", text: t })))), tbody)), more,
    ];
  }

  function applied(list) {
    const standing = list.filter((r) => !r.undone_at);
    const undo = (given) => send("POST", "data", `${path}/undo`, { timeframe }, given).then((answer) => done("Undone", answer));
    return [h("h3", { text: "Applied" }),
      standing.length > 1 ? sure({ text: "Undo all", question: "Put all repaired bars back to what they were?", act: () => undo({ all: true }) }) : null,
      h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Applied repairs" }, h("table", { id: "applied", "aria-label": "Applied repairs" }, h("thead", {}, h("tr", {}, ["Applied", "What it did", "Bars, before → after", "Undo"].map((t) => h("th", { scope: "col", text: t })))),
        h("tbody", {}, list.map((r) => h("tr", {}, h("td", { class: "num", text: time(r.applied_at, zone) }), h("td", { text: r.reason }), h("td", {}, changes(r.changes)),
          h("td", {}, r.undone_at ? h("span", { class: "quiet", text: `undone ${time(r.undone_at, zone)}` }) : sure({ text: "Undo", question: "Put the bars back?", act: () => undo({ ids: [r.id] }) })))))))];
  }

  async function load() {
    const [answer, made] = await Promise.all([get("data", path, { timeframe, limit: 50 }, signal), get("data", `${path}/applied`, { timeframe, limit: 50 }, signal)]);
    body.replaceChildren(...[
      answer.remedies.map((r) => h("p", { class: "note warn", text: r.text })),
      answer.total === 0 ? empty("No repair is proposed: nothing here is wrong in a way that a rule can mend.") : proposed(answer),
      made.repairs.length > 0 ? applied(made.repairs) : null,
    ].flat().filter(Boolean));
  }

  load().catch((e) => { if (!signal.aborted) body.replaceChildren(h("p", { class: "quiet", text: e.message })); });
  return root;
}

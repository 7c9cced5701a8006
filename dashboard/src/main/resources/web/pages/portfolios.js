// All portfolios, with a form for a new one.

import { confirmed } from "/web/parts/sure.js";
import { empty, field, h, link, panel } from "/web/parts/dom.js";
import { count, day, money, number, signed } from "/web/parts/format.js";
import { get, send } from "/web/shell/api.js";
import { compared } from "/web/portfolio/compared.js";
import { flags } from "/web/portfolio/flags.js";
import { failure, keep } from "/web/shell/router.js";
import { onNotice } from "/web/shell/live.js";

export const title = () => "Portfolios";

const MOST = 7;

export async function show(view, { query, signal, go }) {
  const said = h("div", { id: "portfolio-said" });
  const beside = h("div", { class: "stack", id: "compared" });
  let chosen = (query.get("ids") ?? "").split(",").filter(Boolean).slice(0, MOST);
  let comparing = new AbortController();
  signal.addEventListener("abort", () => comparing.abort());

  /** Two or more that are ticked stand side by side below. */
  async function compare() {
    comparing.abort();
    comparing = new AbortController();
    const mine = comparing.signal;
    if (chosen.length < 2) return beside.replaceChildren(chosen.length === 0 ? "" : h("p", { class: "quiet", text: `Tick another one to compare them, ${MOST} at most.` }));
    beside.replaceChildren(h("p", { class: "loading", text: "Comparing…" }));
    try {
      const answer = await get("portfolio", "/api/portfolios/compare", { ids: chosen.join(",") }, mine);
      beside.replaceChildren(...compared(answer, mine));
    } catch (e) {
      if (e.name !== "AbortError") beside.replaceChildren(failure(e));
    }
    return undefined;
  }

  function tick(id, on) {
    chosen = on ? [...chosen, id] : chosen.filter((other) => other !== id);
    keep({ ids: chosen.join(",") || null });
    for (const box of place.querySelectorAll("[data-compare]")) box.disabled = !box.checked && chosen.length >= MOST;
    compare();
  }
  const place = h("div", { id: "portfolios" });
  let all = [];
  let cursor = null;
  let flagOf = () => null;

  async function load(more = false) {
    const [page, alerted] = await Promise.all([get("portfolio", "/api/portfolios", { limit: 100, cursor: more ? cursor : null }, signal), flags(signal)]);
    flagOf = alerted;
    all = more ? [...all, ...page.portfolios] : page.portfolios;
    cursor = page.cursor;
    place.replaceChildren(all.length === 0 ? empty("There is no portfolio yet. One collects trades of backtests and of your own, and counts what they come to. Make one above, then run a backtest that records into it.", link("/backtest", "Run a backtest")) : list());
  }

  const list = () => h("div", {}, h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Portfolios, table" }, h("table", {}, h("caption", { class: "unseen", text: "Portfolios" }),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, h("span", { class: "unseen", text: "Compare" })), h("th", { scope: "col", text: "Name" }), h("th", { scope: "col", text: "Made" }), ["Initial cash", "Cash", "Change", "Change %", "Trades", "Open positions"].map((t) => h("th", { scope: "col", class: "right", text: t })), h("th", { scope: "col" }, h("span", { class: "unseen", text: "Actions" })))),
    h("tbody", {}, all.map(row)))), cursor ? h("button", { type: "button", id: "more", text: "Show more", onclick: () => load(true).catch(tell) }) : null);

  function row(p) {
    const change = p.cash - p.initial_cash;
    const box = h("input", { type: "checkbox", checked: chosen.includes(String(p.id)), "aria-label": `Compare ${p.name}`, data: { compare: p.id }, onchange: () => tick(String(p.id), box.checked) });
    return h("tr", { data: { portfolio: p.id } }, h("td", {}, box), h("td", {}, link(`/portfolio/${p.id}`, p.name), " ", flagOf(p.id)), h("td", { class: "quiet num nowrap", text: day(p.created_at) }), h("td", { class: "right", text: money(p.initial_cash) }), h("td", { class: "right", text: money(p.cash) }),
      h("td", { class: `right ${signed(change)}`, text: money(change) }), h("td", { class: `right nowrap ${signed(change)}`, text: p.initial_cash > 0 ? `${number((change / p.initial_cash) * 100)} %` : "–" }), h("td", { class: "right", text: count(p.trades) }), h("td", { class: "right", text: count(p.open_positions) }),
      h("td", { class: "right" }, h("button", { type: "button", class: "danger", data: { delete: p.id }, "aria-label": `Delete ${p.name}`, text: "Delete", onclick: () => remove(p).then((gone) => gone && load(), tell).catch(tell) })));
  }

  const tell = (e) => e.name !== "AbortError" && said.replaceChildren(failure(e));
  const name = h("input", { id: "portfolio-name", required: true, maxlength: "200", placeholder: "e.g. Trend following", autocomplete: "off" });
  const cash = h("input", { id: "portfolio-cash", type: "number", required: true, min: "0", step: "0.01", value: "100000" });
  const form = h("form", { id: "new-portfolio", class: "new-form", onsubmit: async (event) => {
    event.preventDefault();
    try {
      const made = await send("POST", "portfolio", "/api/portfolio", { name: name.value.trim(), initial_cash: cash.value });
      go(`/portfolio/${made.id}`);
    } catch (e) {
      tell(e);
    }
  } }, field("Name", name), field("Initial cash, $", cash), h("button", { class: "primary", text: "Make it" }));

  await load();
  view.replaceChildren(h("div", { class: "view-head" }, h("h1", { text: "Portfolios" }), h("p", { class: "lead", text: "Recorded trades of backtests and of your own, and what they come to." })), panel("New portfolio", {}, form), said, panel("Portfolios", { tools: h("small", { class: "quiet", text: "tick two or more to compare them" }) }, place), beside);
  compare();
  onNotice((event) => (event.notice.service === "portfolio" || event.channel === "risk:alerts") && load().catch(() => {}), signal);
}

/** Asks first; true when it was deleted. */
export async function remove(portfolio) {
  const sure = await confirmed({ title: `Delete ${portfolio.name}?`, text: `Its ${count(portfolio.trades)} round trips, its orders and its open positions are deleted with it. This cannot be taken back.`, action: "Delete" });
  if (sure) await send("DELETE", "portfolio", `/api/portfolio/${portfolio.id}`);
  return sure;
}

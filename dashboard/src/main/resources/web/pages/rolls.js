// Contract chains, and when and at which prices one contract follows the other.

import { empty, field, h, link, panel, select, toggle } from "/web/parts/dom.js";
import { count, time } from "/web/parts/format.js";
import { address, get, send } from "/web/shell/api.js";
import { failure, keep } from "/web/shell/router.js";
import { rollEditor, rollTable } from "/web/parts/rolltable.js";
import { sure } from "/web/parts/sure.js";

const KINDS = { v: "By volume", n: "By open interest", c: "By dates" };
const RULES = [["volume", "Volume crossover (v)"], ["open_interest", "Open interest crossover (n)"], ["days_before_expiry", "Days before expiry (c)"], ["fixed_day", "Fixed day of the month (c)"], ["first_notice", "Days before first notice (c)"]];
const KIND_OF = { volume: "v", open_interest: "n" };

export const title = (item) => (item ? `Rolls of ${item}` : "Rolls");

export async function show(view, { item, query, signal }) {
  const { continuous, series } = await get("data", "/api/data", {}, signal);
  if (!item) return overview(view, continuous, signal);
  const chain = continuous.find((c) => c.root === item);
  if (!chain) {
    view.replaceChildren(h("h1", { text: `Rolls of ${item}` }), empty(`There are no dated contracts of ${item} to roll; import some under their own names, such as ${item}H25 and ${item}M25. `, link("/data", "Import"), " or ", link("/rolls", "see the chains there are")));
    return undefined;
  }
  const product = series.find((s) => chain.contracts.includes(s.symbol))?.product;
  const zone = (await get("data", `/api/contracts/${encodeURIComponent(product)}`, {}, signal).catch(() => null))?.time_zone;
  const stored = series.filter((s) => chain.contracts.includes(s.symbol));
  const path = `/api/rolls/${encodeURIComponent(item)}`;
  const kinds = [...new Set(chain.symbols.map((s) => s.slice(item.length + 1, item.length + 2)))];
  let kind = kinds.includes(query.get("series")) ? query.get("series") : kinds[0];
  const calendar = h("div");
  const load = async () => {
    const { calendars } = await get("data", path, { series: kind }, signal);
    calendar.replaceChildren(await calendarPanel({ calendar: calendars[0], chain, zone, path, kind, load }));
  };
  const choose = async (next) => {
    kind = next;
    keep({ series: kind });
    await load().catch((e) => calendar.replaceChildren(failure(e, load)));
  };
  view.replaceChildren(h("div", { class: "view-head" }, h("h1", { text: `Rolls of ${item}` }), h("p", { class: "lead", text: `${count(chain.contracts.length)} contracts stored` }),
    h("div", { class: "actions" }, toggle("Calendar", kinds.map((k) => [k, KINDS[k]]), kind, choose))), calendar,
  builder({ path, zone, kept: (built) => choose(built) }), await chainPanel(item, stored, signal));
  await load().catch((e) => calendar.replaceChildren(failure(e, load)));
  return undefined;
}

async function overview(view, continuous, signal) {
  const { calendars } = await get("data", "/api/rolls", {}, signal);
  view.replaceChildren(h("h1", { text: "Rolls" }), h("p", { class: "lead", text: "Dated contracts of a product, joined into a series without gaps." }),
    continuous.length === 0 ? empty("No dated contracts are stored yet. Import some under their own names, such as ESH25 and ESM25, or write a made-up chain on the ", link("/data", "Data page"), ".")
      : panel("Chains", { id: "chains" }, h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Chains" }, h("table", { "aria-label": "Chains" }, h("thead", {}, h("tr", {}, ["Product", "Contracts", "Kept calendars", "Rolls", "Edited", "Joined series"].map((t) => h("th", { scope: "col", text: t })))),
        h("tbody", {}, continuous.map((c) => {
          const own = calendars.filter((k) => k.root === c.root);
          return h("tr", { data: { root: c.root } }, h("th", { scope: "row" }, link(`/rolls/${encodeURIComponent(c.root)}`, c.root)), h("td", { text: `${c.contracts[0]} to ${c.contracts.at(-1)}, ${count(c.contracts.length)}` }),
            h("td", { text: own.length === 0 ? "none yet; built when asked for" : own.map((k) => KINDS[k.series]).join(", ") }), h("td", { text: own.map((k) => count(k.rolls.length)).join(", ") || "–" }), h("td", { text: count(own.reduce((n, k) => n + k.edited_rolls, 0)) }),
            h("td", {}, c.symbols.map((s) => [link(`/series/${encodeURIComponent(s)}`, s), " "])));
        }))))));
}

async function calendarPanel({ calendar, chain, zone, path, kind, load }) {
  const joined = (how) => `${calendar.root}.${kind}.0${how}`;
  const body = h("div", { class: "stack" });
  const goOn = h("input", { type: "checkbox", id: "go-on", checked: calendar.goes_on });

  function read() {
    body.replaceChildren(
      calendar.rolls.length === 0 ? empty("No roll yet: one is in the calendar once a contract has bars behind it.") : rollTable(calendar, zone),
      h("div", { class: "tools" }, h("button", { type: "button", id: "edit-rolls", text: "Edit rolls", onclick: edit }),
        sure({ text: "Forget this calendar", id: "forget-rolls", kind: "danger", question: `${calendar.edited_rolls > 0 ? `${count(calendar.edited_rolls)} edited rolls go with it. ` : ""}It is built again by its usual rule when somebody asks for it. Forget it?`, act: async () => { await send("DELETE", "data", path, { series: kind }); await load(); } })));
  }

  function edit() {
    const editor = rollEditor(calendar, chain.contracts);
    const problem = h("div", { role: "alert" });
    const save = async () => {
      problem.replaceChildren();
      try {
        await send("PUT", "data", path, { series: kind, go_on: goOn.checked }, { rolls: editor.rolls() });
        await load();
      } catch (e) {
        problem.replaceChildren(failure(e));
      }
    };
    body.replaceChildren(h("p", { class: "quiet", text: "Rolls that you set stay as they are. Prices other than the bars' are kept, and warned of. Times are in UTC." }), editor.root,
      h("label", { class: "inline" }, goOn, " the rule goes on behind the last roll"), problem,
      h("div", { class: "tools" }, h("button", { type: "button", class: "primary", id: "save-rolls", text: "Save rolls", onclick: save }), h("button", { type: "button", text: "Leave them", onclick: read })));
    editor.root.querySelector("input")?.focus();
  }

  read();
  return panel(`Calendar ${KINDS[kind].toLowerCase()}`, { id: "calendar", data: { series: kind, revision: calendar.revision }, tools: [link(`/series/${encodeURIComponent(joined(""))}`, "Chart as traded", { class: "button" }), link(`/series/${encodeURIComponent(joined("@diff"))}`, "Chart adjusted", { class: "button" }),
    h("a", { class: "button", download: true, href: await address("data", path, { series: kind, format: "csv" }), text: "CSV" })] },
  h("p", { class: "quiet", text: `${calendar.provenance}${calendar.edited_rolls > 0 ? `, ${count(calendar.edited_rolls)} rolls edited` : ""}; begins with ${calendar.first}; built ${time(calendar.built_at, zone)}, revision ${calendar.revision}` }),
  calendar.warnings.map((w) => h("p", { class: "note warn", text: w })), body);
}

function builder({ path, zone, kept }) {
  const rule = select(RULES, "volume", { id: "build-rule" });
  const days = h("input", { type: "number", id: "build-days", min: "0", max: "31" });
  const months = h("input", { type: "text", id: "build-months", placeholder: "active ones, e.g. HMUZ", autocomplete: "off" });
  const answer = h("div", { class: "stack", id: "build-preview", "aria-live": "polite" });
  const chosen = () => ({ rule: rule.value, days: days.value, months: months.value.trim() });
  const preview = async () => {
    try {
      const built = await send("POST", "data", `${path}/build`, { ...chosen(), dry_run: true });
      const asked = chosen();
      answer.replaceChildren(h("p", { text: `${built.provenance}: ${count(built.rolls.length)} rolls, as they would be` }), ...built.warnings.map((w) => h("p", { class: "note warn", text: w })), rollTable(built, zone, "Rolls by this rule"),
        sure({ text: "Keep this calendar", id: "build-keep", question: `It takes the place of the one ${KINDS[built.series].toLowerCase()}, edited rolls included. Keep it?`, act: async () => { await send("POST", "data", `${path}/build`, asked); await kept(KIND_OF[asked.rule] ?? "c"); answer.replaceChildren(); } }));
    } catch (e) {
      answer.replaceChildren(failure(e));
    }
  };
  return panel("Build by a rule", { id: "build" }, h("div", { class: "form" }, field("Rule", rule), field("Days", days, "before expiry (5) or first notice (1), or day of the month"), field("Months", months),
    h("div", { class: "field" }, h("span", { class: "quiet", text: "Nothing is kept before you say so" }), h("button", { type: "button", id: "build-look", text: "Show the rolls", onclick: preview }))), answer);
}

async function chainPanel(root, stored, signal) {
  const first = stored.map((s) => s.first).sort()[0].slice(0, 7);
  const last = new Date(Math.max(...stored.map((s) => Date.parse(s.last))) + 400 * 864e5).toISOString().slice(0, 7);
  const { contracts } = await get("data", `/api/contracts/${encodeURIComponent(root)}/chain`, { from: first, to: last }, signal);
  return panel("Contract chain", { id: "chain" }, h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "Contract chain" }, h("table", { "aria-label": "Contract chain" },
    h("thead", {}, h("tr", {}, [["Contract"], ["Month"], ["Last trade"], ["First notice"], ["Stored"], ["Bars", true], ["First"], ["Last"], ["Volume", true], ["Open interest", true]].map(([t, right]) => h("th", { scope: "col", class: right ? "right" : "", text: t })))),
    h("tbody", {}, contracts.map((c) => h("tr", { data: { contract: c.symbol } }, h("th", { scope: "row" }, c.stored ? link(`/series/${encodeURIComponent(c.symbol)}`, c.symbol) : c.symbol), h("td", { text: c.month }), h("td", { text: c.last_trade ?? "–" }), h("td", { text: c.first_notice ?? "–" }),
      h("td", { text: c.stored ? `${c.stored.timeframe} bars` : "nothing" }), h("td", { class: "right", text: count(c.stored?.bars) }), h("td", { text: c.stored?.first?.slice(0, 10) ?? "–" }), h("td", { text: c.stored?.last_day ?? "–" }), h("td", { class: "right", text: count(c.stored?.volume) }),
      h("td", { class: "right", title: c.stored?.open_interest_day, text: count(c.stored?.open_interest) })))))));
}

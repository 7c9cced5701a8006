// Fills of a broker: a file that is dropped or chosen is looked at first, then recorded as a whole.

import { field, h, panel, select } from "/web/parts/dom.js";
import { bytes, count, money, price, signed, time } from "/web/parts/format.js";
import { send } from "/web/shell/api.js";
import { failure, reopen } from "/web/shell/router.js";

const ZONES = ["", "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "Europe/London", "Europe/Berlin", "Asia/Tokyo", "Australia/Sydney", "UTC"];

export async function importing(box, { at }, { signal }) {
  const said = h("div", { class: "stack", id: "import-said", "aria-live": "polite" });
  let file = null;
  const input = h("input", { type: "file", accept: ".csv,.txt,text/csv", class: "unseen", id: "fills-file", onchange: () => take(input.files) });
  const zone = h("div", { class: "dropzone", id: "fills-drop", ondragover: (e) => { e.preventDefault(); zone.classList.add("over-it"); }, ondragleave: () => zone.classList.remove("over-it"),
    ondrop: (e) => { e.preventDefault(); zone.classList.remove("over-it"); take(e.dataTransfer.files); } },
  h("button", { type: "button", text: "Choose a file", onclick: () => input.click() }), h("label", { for: "fills-file", text: "or drop it here: executions of NinjaTrader, fills of Tradovate, trades of TopstepX" }), input);
  const again = () => file && run(true);
  const timeZone = select(ZONES.map((z) => [z, z || "as in the settings"]), "", { id: "fills-zone", onchange: again });
  const order = select([["", "found in the file"], ["mdy", "month first"], ["dmy", "day first"]], "", { id: "fills-order", onchange: again });
  const account = h("input", { type: "text", id: "fills-account", autocomplete: "off", onchange: again });
  const strategy = h("input", { type: "text", id: "fills-strategy", maxlength: "200", autocomplete: "off" });

  function take(files) {
    if (files.length === 0) return;
    [file] = files;
    input.value = "";
    run(true);
  }

  async function run(dry) {
    const mine = file;
    said.replaceChildren(h("p", { class: "quiet", text: dry ? `Reading ${mine.name} (${bytes(mine.size)})…` : "Recording…" }));
    try {
      const report = await send("POST", "portfolio", `${at}/import`, { dry_run: dry, time_zone: timeZone.value, date_order: order.value, account: account.value.trim(), strategy_name: strategy.value.trim() }, await mine.text(), "text/csv");
      if (signal.aborted || mine !== file) return;
      if (!dry) reopen();
      else said.replaceChildren(...understood(report, mine.name, () => run(false)));
    } catch (e) {
      if (!signal.aborted) said.replaceChildren(failure(e));
    }
  }

  box.replaceChildren(panel("Fills of a broker", { id: "import" }, h("div", { class: "stack" }, zone,
    h("div", { class: "form" }, field("Time zone", timeZone, "of times without offset: the clock of the computer that wrote them"), field("Dates", order), field("Account", account, "when the file has several"), field("Strategy", strategy, "written to each fill")), said)));
}

function understood(r, name, record) {
  const good = r.bad_rows === 0 && r.refusal === null;
  const rows = [r.fills > 0 ? `${count(r.fills)} fills` : null, r.round_trips > 0 ? `${count(r.round_trips)} round trips` : null].filter(Boolean).join(" and ") || "no rows";
  const button = h("button", { type: "button", class: "primary", id: "record-fills", text: `Record ${count(r.recorded)}`, onclick: () => { button.disabled = true; record(); } });
  return [
    h("p", {}, h("b", { class: "mono", text: name }), ": ", h("b", { data: { part: "dialect" }, text: r.dialect }), `, ${rows}${r.first ? ` from ${time(r.first)} to ${time(r.last)}` : ""}${r.account ? `, account ${r.account}` : ""}. `,
      h("b", { data: { part: "new" }, text: `${count(r.recorded)} would be recorded` }), r.already_recorded > 0 ? `, ${count(r.already_recorded)} are already` : "", "."),
    r.notes.map((n) => h("p", { class: "note", text: n })),
    r.refusal ? h("p", { class: "note warn", text: `It cannot be recorded: ${r.refusal}` }) : null,
    r.bad_rows > 0 ? h("div", { class: "failure" }, h("b", { text: `${count(r.bad_rows)} bad rows; a file with one is not recorded` }), h("ul", { data: { part: "bad" } }, r.first_bad_rows.map((b) => h("li", { text: `line ${b.line}: ${b.reason}` })))) : null,
    preview(r),
    good && r.recorded > 0 ? h("p", {}, h("span", {}, `${count(r.trades_added)} round trips more, commissions ${money(r.commission)}, cash afterwards ${money(r.cash)}. `), button) : null,
  ].flat().filter(Boolean);
}

function preview(r) {
  if (r.first_rows.length === 0) return null;
  const trips = r.round_trips > 0;
  const heads = ["Line", "Symbol", "Action", "Contracts", trips ? "Entry" : "Time", "Price", ...(trips ? ["Exit", "Price", "Gross $"] : []), "Costs $"];
  const right = (text, cls = "") => h("td", { class: `right ${cls}`, text });
  return h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": "First rows" }, h("table", { "aria-label": "First rows as they were understood" }, h("thead", {}, h("tr", {}, heads.map((t) => h("th", { scope: "col", class: /Line|Contracts|Price|\$/.test(t) ? "right" : "", text: t })))),
    h("tbody", {}, r.first_rows.map((x) => h("tr", {}, right(count(x.line)), h("td", { text: x.symbol }), h("td", { text: x.action.toLowerCase() }), right(count(x.quantity)), h("td", { class: "num nowrap", text: time(x.time, undefined, { seconds: true }) }), right(price(x.price)),
      trips ? [h("td", { class: "num nowrap", text: time(x.exit_time, undefined, { seconds: true }) }), right(price(x.exit_price)), right(money(x.gross), signed(x.gross))] : null, right(x.costs === null ? "by contract" : money(x.costs)))))));
}

// What happened, newest first, as the bus told it.

import { h, link } from "/web/parts/dom.js";
import { clock, count, label } from "/web/parts/format.js";
import { zone } from "/web/shell/settings.js";

const MOST = 100;
const TEXT = {
  health_changed: (d) => `${d.service} went from ${d.from} to ${d.to}${d.reason ? `: ${d.reason}` : ""}`,
};
const kept = [];

/** Keeps a notice, so that a page opened later shows it too. */
export function remember(event) {
  kept.unshift(event);
  kept.length = Math.min(kept.length, MOST);
}

/** The list as it is; `add` puts one more on top. */
export function activity() {
  const none = h("p", { class: "empty", text: "Imports, backtests, recorded trades and health changes appear here as they happen." });
  const list = h("ol", { class: "feed", id: "activity" }, kept.map(item));
  none.hidden = kept.length > 0;
  const add = (event) => {
    list.prepend(item(event));
    if (list.children.length > MOST) list.lastElementChild.remove();
    none.hidden = true;
  };
  return { root: h("div", {}, none, list), add };
}

function item({ channel, notice }) {
  const text = (TEXT[notice.type] ?? general)(notice.data ?? {}, notice.type);
  const page = pageOf(notice);
  return h("li", {}, h("time", { datetime: notice.time, text: clock(new Date(notice.time), zone()) }),
    h("span", { class: "what" }, page ? link(page, text) : text),
    h("span", { class: "from", text: `${channel} from ${notice.service}` }));
}

/** The page of what a notice names. */
function pageOf({ data }) {
  const path = data?.href ? new URL(data.href, location.href).pathname : "";
  const [, kind, name] = /^\/api\/(backtests|data|portfolio)\/([^/]+)/.exec(path) ?? [];
  return name ? `/${{ backtests: "result", data: "series", portfolio: "portfolio" }[kind]}/${name}` : null;
}

/** bars_imported with symbol ES, rows 3900 -> Bars imported: symbol ES, rows 3,900 */
function general(data, type) {
  const facts = Object.entries(data)
    .filter(([key, v]) => key !== "href" && v !== null && typeof v !== "object")
    .slice(0, 5)
    .map(([key, v]) => `${key.replaceAll("_", " ")} ${typeof v === "number" ? count(v) : v}`);
  return label(type) + (facts.length > 0 ? `: ${facts.join(", ")}` : "");
}

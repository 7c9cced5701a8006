// A table that stays quick with a hundred thousand rows: only those in sight are in the page.

import { h } from "/web/parts/dom.js";
import { count } from "/web/parts/format.js";

const ROW = 28;
const BEYOND = 12;
const wholes = new WeakMap();

/** A grid as a plain table of its first rows, as they are sorted and filtered, for a report; null for other elements. */
export const whole = (root, most) => wholes.get(root)?.(most) ?? null;

/**
 * @param columns {key, title, text(row), value(row) to sort by, number: right-aligned, tone(row): class of the cell, about: tooltip, width in px, link(row)}
 * @param rows    any array
 * @param label   name of the table
 * @param open    called with a row that was clicked or got Enter; rows are then buttons to those who use the keyboard
 * @param filter  text of a filter's placeholder; without it there is no filter
 */
export function grid({ columns, rows, label, open = null, filter = null, height = 420, sort = null, download = null, phone = null }) {
  let shown = rows;
  let order = sort ?? { key: null, down: false };
  let current = -1;
  const head = h("div", { class: "grid-row grid-head", role: "row" });
  const space = h("div", { class: "grid-space", role: "rowgroup" });
  const body = h("div", { class: "grid-body", tabindex: "0", role: "table", "aria-label": label, "aria-rowcount": String(rows.length + 1) }, h("div", { role: "rowgroup" }, head), space);
  body.style.maxHeight = `${height}px`;
  const total = h("span", { class: "quiet", role: "status" });
  const widths = columns.map((c) => `minmax(${c.width ?? 90}px, ${c.grow ?? 1}fr)`).join(" ");
  const least = columns.reduce((sum, c) => sum + (c.width ?? 90), 0);
  for (const part of [head, space]) part.style.minWidth = `${least}px`;
  head.style.gridTemplateColumns = widths;

  function heads() {
    head.replaceChildren(...columns.map((c) => h("div", { role: "columnheader", class: c.number ? "right" : "", "aria-sort": order.key === c.key ? (order.down ? "descending" : "ascending") : "none" },
      h("button", { type: "button", title: c.about, onclick: () => sortBy(c.key) }, c.title, order.key === c.key ? (order.down ? " ▼" : " ▲") : ""))));
  }

  function sortBy(key) {
    order = { key, down: order.key === key ? !order.down : false };
    arrange();
  }

  const worth = (c, row) => (c.value ? c.value(row) : row[c.key]);

  function arrange() {
    heads();
    const column = columns.find((c) => c.key === order.key);
    const wanted = words.length === 0 ? rows : rows.filter((row) => matches(row));
    shown = column ? [...wanted].sort((a, b) => compare(worth(column, a), worth(column, b)) * (order.down ? -1 : 1)) : wanted;
    space.style.height = `${shown.length * ROW}px`;
    total.textContent = `${shown.length === rows.length ? "" : `${count(shown.length)} of `}${count(rows.length)} ${rows.length === 1 ? "row" : "rows"}`;
    current = -1;
    draw(true);
  }

  let words = [];
  const matches = (row) => words.every((word) => columns.some((c) => String(text(c, row)).toLowerCase().includes(word)));
  const text = (c, row) => (c.text ? c.text(row) : row[c.key] ?? "–");

  /** The lines in the page by their number, in order: those that stay in sight are not made again. */
  let drawn = new Map();
  function draw(anew = false) {
    const first = Math.max(0, Math.floor((body.scrollTop - ROW) / ROW) - BEYOND);
    const last = Math.min(shown.length, Math.ceil((body.scrollTop + body.clientHeight) / ROW) + BEYOND);
    const before = anew ? new Map() : drawn;
    drawn = new Map();
    for (let i = first; i < last; i++) drawn.set(i, before.get(i) ?? line(shown[i], i));
    if (anew) return space.replaceChildren(...drawn.values());
    for (const [i, node] of before) if (!drawn.has(i)) node.remove();
    // Those that come are above all that stay, below them, or there are none that stay: readers with a screen reader get them in order.
    const stays = [...before.keys()].find((i) => drawn.has(i));
    const fresh = [...drawn].filter(([i]) => !before.has(i));
    const above = fresh.filter(([i]) => stays !== undefined && i < stays).map(([, node]) => node);
    space.prepend(...above);
    space.append(...fresh.slice(above.length).map(([, node]) => node));
  }

  function line(row, i) {
    const cells = columns.map((c) => {
      const inside = c.link ? h("a", { href: c.link(row), text: text(c, row) }) : text(c, row);
      return h("div", { role: "cell", class: `${c.number ? "right num" : ""} ${c.tone?.(row) ?? ""}`, title: c.hint?.(row) }, inside);
    });
    const node = h("div", { class: `grid-row${open ? " opens" : ""}`, role: "row", "aria-rowindex": String(i + 2), "aria-selected": open ? String(i === current) : null, onclick: open ? () => pick(i) : null }, cells);
    node.style.gridTemplateColumns = widths;
    node.style.transform = `translateY(${i * ROW}px)`;
    return node;
  }

  function pick(i) {
    current = i;
    draw(true);
    open(shown[i], i);
  }

  if (open) {
    body.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step || event.target !== body) return;
      event.preventDefault();
      const next = Math.max(0, Math.min(shown.length - 1, current + step));
      body.scrollTop = Math.min(Math.max(body.scrollTop, (next + 2) * ROW - body.clientHeight), next * ROW);
      pick(next);
    });
  }
  body.addEventListener("scroll", () => draw(), { passive: true });
  new ResizeObserver(() => draw()).observe(body);
  const tools = filter === null && !download ? null : h("div", { class: "grid-tools" },
    filter === null ? null : h("input", { type: "search", placeholder: filter, "aria-label": `${label}: ${filter}`, oninput: (e) => {
      words = e.target.value.toLowerCase().split(/\s+/).filter(Boolean);
      arrange();
    } }), total, download);
  const plain = (most) => h("div", {}, h("table", { class: "rows" }, h("thead", {}, h("tr", {}, columns.map((c) => h("th", { class: c.number ? "right" : "", text: c.title })))),
    h("tbody", {}, shown.slice(0, most).map((row) => h("tr", {}, columns.map((c) => h("td", { class: `${c.number ? "right" : ""} ${c.tone?.(row) ?? ""}`, text: text(c, row) })))))),
  shown.length > most ? h("p", { class: "quiet", text: `The first ${count(most)} of ${count(shown.length)}; all of them are in the CSV file.` }) : null);
  arrange();
  const root = h("div", { class: "grid" }, tools, body);
  wholes.set(root, plain);
  return { root, body, rows: () => shown, replace(next) { rows = next; arrange(); } };
}

function compare(a, b) {
  if (a === b) return 0;
  if (a === null || a === undefined) return -1;
  if (b === null || b === undefined) return 1;
  return a < b ? -1 : 1;
}

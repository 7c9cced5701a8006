// Parts of a page behind tabs: one is shown at a time, and its address says which.

import { h } from "/web/parts/dom.js";
import { failure, keep } from "/web/shell/router.js";

/**
 * @param parts  [key, title, show(box, {signal, first})], the first one is shown when `wanted` is none of them; `first` says that the page
 *               has just been opened, so that its address may ask for more
 * @param drops  names of what else is in the address and goes when another part is chosen
 * @param label  of the row of tabs
 * @returns {root, start}: `start()` shows the wanted one
 */
export function tabs({ parts, wanted, label, signal, drops = [] }) {
  const box = h("div", { class: "view", id: "part", role: "tabpanel" });
  let inner = new AbortController();
  signal.addEventListener("abort", () => inner.abort());
  const row = h("div", { class: "tabs", role: "tablist", "aria-label": label }, parts.map(([key, text]) => h("button", { type: "button", role: "tab", id: `tab-${key}`, "aria-controls": "part", text, onclick: () => choose(key) })));

  async function choose(key, first = false) {
    inner.abort();
    inner = new AbortController();
    const mine = inner.signal;
    for (const tab of row.children) {
      const chosen = tab.id === `tab-${key}`;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
    }
    box.setAttribute("aria-labelledby", `tab-${key}`);
    box.dataset.part = "";
    if (!first) keep({ part: key === parts[0][0] ? null : key, ...Object.fromEntries(drops.map((name) => [name, null])) });
    box.replaceChildren(h("p", { class: "loading", text: "Loading…" }));
    try {
      await parts.find(([name]) => name === key)[2](box, { signal: mine, first });
      if (!mine.aborted) box.dataset.part = key;
    } catch (e) {
      if (e.name !== "AbortError") box.replaceChildren(failure(e, () => choose(key)));
    }
  }

  row.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const all = [...row.children];
    const next = all[(all.indexOf(document.activeElement) + step + all.length) % all.length];
    next.focus();
    next.click();
  });
  return { root: h("div", { class: "stack" }, row, box), start: () => choose(parts.some(([key]) => key === wanted) ? wanted : parts[0][0], true) };
}

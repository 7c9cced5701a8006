// Which page stands under which address: /NAME or /NAME/ITEM is pages/NAME.js, / is pages/home.js.
// A page exports `title(item)` and `show(view, place)`; what it starts ends with `place.signal`.

import { h } from "/web/parts/dom.js";
import { Problem } from "/web/shell/api.js";

const main = document.getElementById("page");
let leaving = new AbortController();
let onShown = () => {};

/** Takes over links and the back button. `shown(name)` is called whenever a page has come. */
export function start(shown) {
  onShown = shown;
  document.addEventListener("click", (event) => {
    const a = event.target.closest?.("a[href^='/']");
    if (!a || a.target || a.hasAttribute("download") || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    if (/^\/(docs|api|openapi|metrics|health|events|web|lib)\b/.test(a.getAttribute("href"))) return;
    event.preventDefault();
    go(a.getAttribute("href"));
  });
  window.addEventListener("popstate", () => open());
  return open();
}

export function go(address, { replace = false } = {}) {
  history[replace ? "replaceState" : "pushState"](null, "", address);
  return open();
}

/** Shows the page of the address again, with data of now. */
export const reopen = () => open();

/** Keeps a choice in the address without opening the page anew, so that a link to it leads back. */
export function keep(parameters) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(parameters)) {
    if (value === null || value === undefined || value === "") query.delete(name);
    else query.set(name, value);
  }
  const text = query.toString();
  history.replaceState(null, "", location.pathname + (text ? `?${text}` : "") + location.hash);
}

async function open() {
  leaving.abort();
  leaving = new AbortController();
  const { signal } = leaving;
  const [name = "home", item = null] = location.pathname.split("/").filter(Boolean).map(decodeURIComponent);
  const view = h("div", { class: "view", data: { page: name } }, h("p", { class: "loading", role: "status", text: "Loading…" }));
  main.replaceChildren(view);
  try {
    const page = await import(`/web/pages/${name}.js`);
    if (signal.aborted) return;
    document.title = `${page.title(item)} · Futures Backtester`;
    await page.show(view, { item, query: new URLSearchParams(location.search), signal, go });
    view.querySelector(":scope > .loading")?.remove();
  } catch (e) {
    if (signal.aborted || e.name === "AbortError") return;
    if (!(e instanceof Problem)) console.error(e);
    view.replaceChildren(failure(e, reopen));
  }
  if (signal.aborted) return;
  view.dataset.ready = "true";
  onShown(name);
}

/** What went wrong, in the service's own words, and a way to try again. */
export function failure(e, again = null) {
  return h("div", { class: "failure", role: "alert" },
    h("strong", { text: e.title ?? "This page could not be shown" }), h("p", { text: e.message }),
    e.errors?.length > 0 ? h("ul", {}, e.errors.map((error) => h("li", { text: `${error.field}${error.value == null ? "" : ` (${error.value})`}: ${error.message}` }))) : null,
    again ? h("button", { type: "button", text: "Try again", onclick: again }) : null);
}

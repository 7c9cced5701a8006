// The shell: menu, clocks, state of the whole, and the page that the address names.

import { byId, h, link, select, setText } from "/web/parts/dom.js";
import { clock } from "/web/parts/format.js";
import { remember } from "/web/parts/activity.js";
import { reopen, start } from "/web/shell/router.js";
import { startKeys } from "/web/shell/search.js";
import { chooseColours, chooseZone, colourChoice, settings, zoneChosen } from "/web/shell/settings.js";
import { live, system } from "/web/shell/live.js";

const pages = await (await fetch("/web/pages.json")).json();

/** Groups of pages in the order of the list; a page that is one thing of another page's stands under that one. */
const groups = new Map();
for (const page of pages.filter((each) => each.group)) groups.set(page.group, [...(groups.get(page.group) ?? []), page]);

function menu() {
  byId("menu").append(link("/", "Home", { data: { group: "Home" } }),
    ...[...groups].map(([name, [first, ...others]]) => link(`/${first.name}`, name, { data: { group: name }, title: [first, ...others].map((page) => page.title).join(", ") })));
  byId("choices").prepend(
    select([["system", "System colours"], ["light", "Light"], ["dark", "Dark"]], colourChoice(), { "aria-label": "Colours", id: "colours", onchange: (e) => chooseColours(e.target.value) }),
    select([["exchange", "Exchange time"], ["utc", "UTC"], ["local", "My time"]], zoneChosen(), { "aria-label": "Time zone", id: "zone", onchange: (e) => chooseZone(e.target.value) }));
}

/** Shows where we are: the group above, its pages below; a group of one page needs no second line. */
function mark(shown) {
  const { under } = pages.find((page) => page.name === shown) ?? {};
  const name = under ?? shown;
  const group = pages.find((page) => page.name === name)?.group ?? "Home";
  const inside = groups.get(group) ?? [];
  byId("pages").hidden = inside.length < 2;
  byId("pages").replaceChildren(...inside.map((page) => link(`/${page.name}`, page.title, { data: { page: page.name }, title: page.about, "aria-current": page.name === name ? "page" : null })));
  for (const a of byId("menu").children) {
    if (a.dataset.group === group) a.setAttribute("aria-current", inside.length < 2 ? "page" : "true");
    else a.removeAttribute("aria-current");
  }
  document.querySelector("#pages [aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function state() {
  const overall = system.overall();
  byId("overall").dataset.state = overall.state;
  setText(byId("overall").querySelector(".text"), overall.text);
  if (system.system) setText(byId("version"), `Version ${system.system.version}`);
}

function tick() {
  const now = new Date();
  setText(byId("clock-exchange"), clock(now, "America/Chicago"));
  setText(byId("clock-utc"), clock(now, "UTC"));
}

menu();
startKeys(pages);
settings.addEventListener("zone", reopen);
settings.addEventListener("colours", () => document.querySelector(".chart") && reopen());
live.addEventListener("notice", (event) => remember(event.detail));
system.addEventListener("change", state);
tick();
setInterval(tick, 1000);
byId("skip").addEventListener("click", (event) => { event.preventDefault(); byId("page").focus(); });
await start(mark);

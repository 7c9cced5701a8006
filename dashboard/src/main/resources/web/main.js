// The shell: menu, clocks, state of the whole, and the page that the address names.

import { byId, h, link, select, setText } from "/web/parts/dom.js";
import { clock } from "/web/parts/format.js";
import { remember } from "/web/parts/activity.js";
import { reopen, start } from "/web/shell/router.js";
import { startKeys } from "/web/shell/search.js";
import { chooseColours, chooseZone, colourChoice, settings, zoneChosen } from "/web/shell/settings.js";
import { live, system } from "/web/shell/live.js";

const pages = await (await fetch("/web/pages.json")).json();

function menu() {
  byId("menu").append(link("/", "Home", { data: { page: "home" } }), ...pages.filter((page) => page.menu).map((page) => link(`/${page.name}`, page.title, { data: { page: page.name }, title: page.about })));
  byId("choices").prepend(
    select([["system", "System colours"], ["light", "Light"], ["dark", "Dark"]], colourChoice(), { "aria-label": "Colours", id: "colours", onchange: (e) => chooseColours(e.target.value) }),
    select([["exchange", "Exchange time"], ["utc", "UTC"], ["local", "My time"]], zoneChosen(), { "aria-label": "Time zone", id: "zone", onchange: (e) => chooseZone(e.target.value) }));
}

const PARENT = { result: "results", strategy: "strategies", series: "data", portfolio: "portfolios" };

function mark(name) {
  for (const a of byId("menu").children) {
    if (a.dataset.page === (PARENT[name] ?? name)) a.setAttribute("aria-current", "page");
    else a.removeAttribute("aria-current");
  }
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

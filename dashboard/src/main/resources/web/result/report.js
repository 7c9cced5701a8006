// The result with all its parts, as one HTML file that needs nothing else, or on paper: tables, charts as pictures, provenance.

import { h, download } from "/web/parts/dom.js";
import { whole } from "/web/parts/grid.js";

const MOST_ROWS = 200;
const LONGEST = 10_000;

const STYLE = `body{font:13px/1.5 system-ui,sans-serif;color:#16242a;max-width:1100px;margin:24px auto;padding:0 16px}table{border-collapse:collapse;width:100%}
th,td{padding:3px 8px;border-bottom:1px solid #d8dfe2;text-align:left}.right{text-align:right}h1{font-size:20px}h2{font-size:14px;margin-top:22px}.gain{color:#0060a8}.loss{color:#b8420a}
.strip{display:flex;flex-wrap:wrap;border:1px solid #d8dfe2}.figure{padding:8px 14px;display:grid}.figure .label,.quiet,small{color:#52636b}.mono{font-family:monospace;overflow-wrap:anywhere}
img{max-width:100%}.facts-list{display:grid;grid-template-columns:auto 1fr;gap:2px 14px}dd{margin:0}section{break-inside:avoid}.rows :is(td,th){white-space:nowrap;font-size:11px;padding:2px 5px}.heat :is(td,th){font-size:10.5px;padding:2px 3px}.unseen{display:none}@media print{body{margin:0}}`;

/** Draws every part out of sight, in light colours, and hands over what was drawn. `parts` are [title, show(view, signal)]. */
async function drawn(parts, use) {
  const leaving = new AbortController();
  const stage = h("div", { class: "stage", "aria-hidden": "true", inert: true });
  const { colours } = document.documentElement.dataset;
  document.documentElement.dataset.colours = "light";
  document.body.append(stage);
  try {
    const views = [];
    for (const [title, show] of parts) {
      const view = h("div", { class: "view" });
      stage.append(view);
      await show(view, leaving.signal);
      views.push(h("h1", { text: title }), view);
    }
    await charted(stage);
    return use(views);
  } finally {
    document.documentElement.dataset.colours = colours;
    leaving.abort();
    stage.remove();
  }
}

/** Waits until every chart has come, or has had its time. */
async function charted(stage) {
  const until = performance.now() + LONGEST;
  const waiting = () => [...stage.querySelectorAll(".chart")].some((box) => !globalThis.echarts?.getInstanceByDom(box));
  while (waiting() && performance.now() < until) await new Promise((done) => { setTimeout(done, 50); });
}

/** A copy that stays as it is: charts as pictures, long tables with their first rows, nothing to press. */
function still(view) {
  const copy = view.cloneNode(true);
  const replace = (selector, instead) => {
    const originals = [...view.querySelectorAll(selector)];
    [...copy.querySelectorAll(selector)].forEach((node, i) => node.replaceWith(instead(originals[i]) ?? ""));
  };
  replace(".chart", (box) => {
    const instance = globalThis.echarts?.getInstanceByDom(box);
    return instance ? h("img", { src: instance.getDataURL({ pixelRatio: 1.5, backgroundColor: "#ffffff" }), alt: box.getAttribute("aria-label") }) : null;
  });
  replace(".grid", (root) => whole(root, MOST_ROWS));
  copy.querySelectorAll("button, .tools, script, input, select, form, [hidden]").forEach((node) => node.remove());
  return copy;
}

/** Saves the file. `front` are nodes that come first. */
export function save(id, title, front, parts) {
  return drawn(parts, (views) => {
    // As text: a document made here would be under this page's policy, which forbids styles inside it.
    const body = [...front, ...views].map((view) => still(view).outerHTML).join("\n");
    download(`${id}.html`, "text/html", `<!doctype html>\n<html lang="en"><head><meta charset="utf-8">${h("title", { text: title }).outerHTML}<style>${STYLE}</style></head><body>${body}</body></html>`);
  });
}

/** Prints it; the browser's dialog makes a PDF of it too. */
export function onPaper(front, parts) {
  return drawn(parts, async (views) => {
    const paper = h("div", { class: "paper" }, [...front, ...views].map(still));
    document.body.append(paper);
    await Promise.all([...paper.querySelectorAll("img")].map((image) => image.decode().catch(() => {})));
    print();
    paper.remove();
  });
}

export const heading = (title, lines) => h("div", {}, h("h1", { text: title }), lines.map((line) => h("p", { class: "quiet", text: line })));

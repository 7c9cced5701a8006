// The result as one HTML file that needs nothing else: tables, charts as pictures, provenance. Printed, it is a PDF.

import { h, download } from "/web/parts/dom.js";

const STYLE = `body{font:13px/1.5 system-ui,sans-serif;color:#16242a;max-width:1100px;margin:24px auto;padding:0 16px}table{border-collapse:collapse;width:100%}
th,td{padding:3px 8px;border-bottom:1px solid #d8dfe2;text-align:left}.right{text-align:right}h1{font-size:20px}h2{font-size:14px;margin-top:22px}.gain{color:#0060a8}.loss{color:#b8420a}
.strip{display:flex;flex-wrap:wrap;border:1px solid #d8dfe2}.figure{padding:8px 14px;display:grid}.figure .label,.quiet,small{color:#52636b}.mono{font-family:monospace;overflow-wrap:anywhere}
img{max-width:100%}.facts-list{display:grid;grid-template-columns:auto 1fr;gap:2px 14px}dd{margin:0}section{break-inside:avoid}@media print{body{margin:0}}`;

/**
 * @param views the parts of the page that are to be in it, as they are shown
 * @param charts pictures of their charts: Map of the chart's box to a data address
 */
export function report(title, views, charts) {
  const page = document.implementation.createHTMLDocument(title);
  page.documentElement.lang = "en";
  page.head.append(Object.assign(page.createElement("meta"), { charset: "utf-8" }), Object.assign(page.createElement("style"), { textContent: STYLE }));
  for (const view of views) {
    const boxes = [...view.querySelectorAll(".chart")];
    const copy = page.importNode(view, true);
    [...copy.querySelectorAll(".chart")].forEach((box, i) => {
      const picture = charts.get(boxes[i]);
      box.replaceWith(picture ? Object.assign(page.createElement("img"), { src: picture, alt: box.getAttribute("aria-label") }) : page.createTextNode(""));
    });
    copy.querySelectorAll("button, .tools, script, input, select, [hidden]").forEach((node) => node.remove());
    page.body.append(copy);
  }
  return `<!doctype html>\n${page.documentElement.outerHTML}`;
}

export async function pictures(views) {
  const charts = new Map();
  for (const box of views.flatMap((view) => [...view.querySelectorAll(".chart")])) {
    const instance = globalThis.echarts?.getInstanceByDom(box);
    if (instance) charts.set(box, instance.getDataURL({ pixelRatio: 1.5, backgroundColor: "#ffffff" }));
  }
  return charts;
}

export const save = async (id, title, views) => download(`${id}.html`, "text/html", report(title, views, await pictures(views)));
export const heading = (title, lines) => h("div", {}, h("h1", { text: title }), lines.map((line) => h("p", { class: "quiet", text: line })));

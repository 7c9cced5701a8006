// Files of strategies from the user's disk into the strategies directory.

import { field, h, select } from "/web/parts/dom.js";
import { send } from "/web/shell/api.js";
import { failure } from "/web/shell/router.js";

export const TYPES = { java: "text/x-java-source", js: "text/javascript", jar: "application/java-archive", yaml: "application/yaml", yml: "application/yaml" };

const ending = (file) => file.slice(file.lastIndexOf(".") + 1).toLowerCase();

/** The content type of a strategy's file. */
export const typeOf = (file) => TYPES[ending(file)] ?? "text/plain";

/**
 * @param scripts names of the strategies that are scripts: a configuration of the live bot belongs to one of them
 * @param stored  called when at least one file was taken
 */
export function upload({ scripts, stored }) {
  const said = h("div", { role: "status", id: "upload-said", class: "stack" });
  const input = h("input", { type: "file", multiple: true, accept: ".java,.js,.jar,.yaml", id: "strategy-files", class: "unseen", onchange: () => { take(input.files); input.value = ""; } });
  const owner = scripts.length > 1 ? select(scripts, scripts[0], { id: "bot-owner" }) : null;
  const zone = h("div", { class: "dropzone", id: "strategy-drop",
    ondragover: (e) => { e.preventDefault(); zone.classList.add("over-it"); }, ondragleave: () => zone.classList.remove("over-it"),
    ondrop: (e) => { e.preventDefault(); zone.classList.remove("over-it"); take(e.dataTransfer.files); } },
  h("button", { type: "button", text: "Choose files", onclick: () => input.click() }), h("label", { for: "strategy-files", text: "or drop .java, .js, .jar or .yaml files here" }), input,
  owner ? field("BOT_*.yaml goes to", owner) : null);

  async function take(files) {
    said.replaceChildren(h("p", { class: "quiet", text: "Checking…" }));
    const lines = [];
    let any = false;
    for (const file of files) {
      const bot = /^BOT_.*\.ya?ml$/i.test(file.name);
      const name = bot ? owner?.value ?? scripts[0] : file.name.replace(/\.[^.]*$/, "");
      if (!(ending(file.name) in TYPES) || (bot && !name)) {
        lines.push(h("p", { class: "note warn", text: bot ? `${file.name} configures a script of the live bot, and there is none yet: upload the script first.` : `${file.name} is no strategy: those end with .java, .js, .jar or .yaml.` }));
        continue;
      }
      try {
        await send("PUT", "backtest", `/api/strategies/${encodeURIComponent(name)}`, { file: file.name }, file, typeOf(file.name));
        any = true;
        lines.push(h("p", { class: "note" }, `${file.name} is stored. `, h("a", { href: `/strategy/${encodeURIComponent(name)}`, text: `Open ${name}` })));
      } catch (e) {
        e.title = `${file.name}: ${e.title ?? "not stored"}`;
        lines.push(failure(e));
      }
    }
    said.replaceChildren(...lines);
    if (any) stored();
  }
  return h("div", { class: "stack" }, zone, said);
}

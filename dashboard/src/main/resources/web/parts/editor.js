// An editor of source text by CodeMirror, which is loaded when the first one is opened.

import { h } from "/web/parts/dom.js";

const MODES = { java: "text/x-java", javascript: "text/javascript", json: { name: "javascript", json: true }, yaml: "text/x-yaml" };
let library = null;

function script(name) {
  return new Promise((done, failed) => {
    document.head.append(h("script", { src: `/lib/${name}.js`, onload: done, onerror: () => failed(new Error("The editor did not load.")) }));
  });
}

function load() {
  library ??= (async () => {
    document.head.append(h("link", { rel: "stylesheet", href: "/lib/codemirror.css" }));
    await script("codemirror");
    await Promise.all(["codemirror-clike", "codemirror-javascript", "codemirror-yaml"].map(script));
    return globalThis.CodeMirror;
  })();
  return library;
}

/** The language of a file by its ending: java, javascript, json or yaml; null for text. */
export function languageOf(file) {
  const ending = file.slice(file.lastIndexOf(".") + 1);
  return { js: "javascript", cjs: "javascript", mjs: "javascript", yml: "yaml" }[ending] ?? (ending in MODES ? ending : null);
}

/**
 * @param changed called after each change by the user; `save` on Ctrl+S
 * @returns {root, text(), show({file, text, language, readOnly}), mark(errors)}: errors are {line, column, message} from 1; those without
 *          a line, or of another file, are listed only. Escape and then Tab leaves the editor, as those need who have no mouse.
 */
export async function editor({ label, changed = () => {}, save = () => {} }) {
  const CodeMirror = await load();
  const place = h("div", { class: "source" });
  const list = h("ul", { class: "source-errors", id: "source-errors", "aria-label": "Errors" });
  const indent = (cm) => (cm.somethingSelected() ? cm.indentSelection("add") : cm.replaceSelection(" ".repeat(cm.getOption("indentUnit")), "end"));
  const keys = { Tab: indent, "Shift-Tab": (cm) => cm.indentSelection("subtract"), "Ctrl-S": () => save(), "Cmd-S": () => save(), Esc: (cm) => cm.setOption("extraKeys", { ...keys, Tab: false, "Shift-Tab": false }) };
  const cm = CodeMirror(place, { lineNumbers: true, indentUnit: 4, gutters: ["source-gutter", "CodeMirror-linenumbers"], extraKeys: keys, screenReaderLabel: label, matchBrackets: true });
  // Without a stop of its own, text that is longer than its box could not be scrolled by keys when it is read-only.
  for (const [key, value] of [["tabindex", "0"], ["role", "group"], ["aria-label", `${label}, scrolled by the arrow keys`]]) cm.getScrollerElement().setAttribute(key, value);
  cm.on("blur", () => cm.setOption("extraKeys", keys));
  cm.on("change", (_, change) => change.origin !== "setValue" && changed());
  let marked = [];
  let shown = null;

  function clear() {
    cm.clearGutter("source-gutter");
    for (const { line, ink } of marked) {
      cm.removeLineClass(line, "background", "source-wrong");
      ink?.clear();
    }
    marked = [];
    list.replaceChildren();
  }

  function jump(error) {
    const at = { line: error.line - 1, ch: Math.max(0, (error.column ?? 1) - 1) };
    cm.setCursor(at);
    cm.scrollIntoView(at, 120);
    cm.focus();
  }

  function mark(errors) {
    clear();
    for (const error of errors) {
      const known = error.line > 0 && error.line <= cm.lineCount() && (!error.file || !shown || error.file === shown);
      if (known) {
        const line = cm.getLineHandle(error.line - 1);
        cm.setGutterMarker(line, "source-gutter", h("span", { class: "source-mark", title: error.message, text: "✕" }));
        cm.addLineClass(line, "background", "source-wrong");
        const from = Math.max(0, (error.column ?? 1) - 1);
        const ink = error.column > 0 ? cm.markText({ line: error.line - 1, ch: from }, { line: error.line - 1, ch: from + Math.max(1, error.text?.length ?? 1) }, { className: "source-ink" }) : null;
        marked.push({ line, ink });
      }
      const where = [error.file, error.line > 0 ? error.line : null, error.line > 0 && error.column > 0 ? error.column : null].filter(Boolean).join(":");
      list.append(h("li", {}, known ? h("button", { type: "button", data: { line: error.line }, onclick: () => jump(error) }, where) : h("b", { text: where }), h("span", { text: error.message })));
    }
  }

  return {
    root: h("div", { class: "source-box" }, place, list),
    text: () => cm.getValue(),
    mark,
    show({ file = null, text, language, readOnly = false }) {
      clear();
      shown = file;
      cm.setOption("mode", MODES[language] ?? null);
      cm.setOption("indentUnit", language === "java" ? 4 : 2);
      cm.setOption("readOnly", readOnly);
      cm.setValue(text);
      cm.clearHistory();
      place.classList.toggle("read-only", readOnly);
      cm.refresh();
    },
    refresh: () => cm.refresh(),
  };
}

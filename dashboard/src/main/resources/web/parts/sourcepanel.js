// The panel in which a strategy's files are read, checked and saved.

import { h, panel, select, setText } from "/web/parts/dom.js";
import { editor, languageOf } from "/web/parts/editor.js";
import { count } from "/web/parts/format.js";
import { typeOf } from "/web/parts/upload.js";
import { send } from "/web/shell/api.js";
import { failure } from "/web/shell/router.js";

const CHECK_AFTER_MS = 900;
/** What was typed and not saved, by file; it outlives the page, so that nothing is lost by looking at another one. */
const unsaved = new Map();

/** Drops what was typed, when its strategy is deleted. */
export function forget(name) {
  for (const key of [...unsaved.keys()]) if (key.startsWith(`${name}/`)) unsaved.delete(key);
}

/**
 * @param source as parts/source.js has it, `fresh` when nothing of it is stored yet
 * @param saved  called after a save
 */
export async function sourcePanel({ name, source, fresh, signal, saved }) {
  if (source.files.length === 0) return panel("Source", { id: "source" }, h("p", { class: "empty", text: source.note }));
  const state = h("span", { id: "source-state", role: "status", class: "quiet" });
  const said = h("div", {});
  const hint = h("p", { class: "quiet hint" }, "Tab indents; ", h("kbd", { text: "Esc" }), " then ", h("kbd", { text: "Tab" }), " leaves the editor.");
  const validate = h("button", { type: "button", id: "validate", text: "Validate", onclick: () => check().catch(tell) });
  const save = h("button", { type: "button", id: "save", class: "primary", text: "Save", title: "Ctrl+S", onclick: () => store().catch(tell) });
  const revert = h("button", { type: "button", id: "revert", text: "Discard changes", hidden: true, onclick: () => { unsaved.delete(key(file)); open(file); } });
  const files = select(source.files, source.files[0], { id: "source-file", "aria-label": "File", onchange: () => open(files.value).catch(tell) });
  const edit = await editor({ label: `Source of ${name}`, changed, save: () => source.editable && store().catch(tell) });
  const key = (f) => `${name}/${f}`;
  const at = (rest = "") => `/api/strategies/${encodeURIComponent(name)}${rest}`;
  let file = null;
  let read = null;
  let soon = 0;
  let asked = 0;

  async function open(wanted) {
    file = wanted;
    read = await source.read(file);
    const mine = source.editable && read.editable !== false;
    edit.show({ file, text: unsaved.get(key(file)) ?? read.text, language: languageOf(file), readOnly: !mine });
    said.replaceChildren();
    validate.hidden = save.hidden = hint.hidden = !mine;
    revert.hidden = !mine || !unsaved.has(key(file));
    setText(state, unsaved.has(key(file)) ? "not saved" : fresh ? "new, not saved yet" : mine ? "saved" : "read-only");
    if (mine) await check();
  }

  function changed() {
    unsaved.set(key(file), edit.text());
    revert.hidden = false;
    setText(state, "not saved");
    clearTimeout(soon);
    soon = setTimeout(() => check().catch(tell), CHECK_AFTER_MS);
  }

  /** Whether it may be saved; its errors stand at their lines. */
  async function check() {
    clearTimeout(soon);
    const mine = ++asked;
    const found = await send("POST", "backtest", at("/validate"), { file }, edit.text(), typeOf(file));
    if (mine !== asked || signal.aborted) return false;
    edit.mark(found.errors);
    said.replaceChildren(h("p", { class: found.valid ? "note" : "note warn", id: "check", data: { valid: String(found.valid) }, text: found.valid ? `Valid${found.parameters.length > 0 ? `: ${count(found.parameters.length)} ${found.parameters.length === 1 ? "parameter" : "parameters"}` : ""}.` : found.errors.length === 1 ? "One error." : `${count(found.errors.length)} errors.` }));
    return found.valid;
  }

  async function store(over = false) {
    if (!(await check())) return;
    const headers = over ? {} : fresh ? { "If-None-Match": "*" } : read.hash ? { "If-Match": `"${read.hash}"` } : {};
    save.disabled = true;
    try {
      await send("PUT", "backtest", at(), { file }, edit.text(), typeOf(file), headers);
      if (fresh) await storeOthers();
    } catch (e) {
      if (e.status !== 412) throw e;
      return said.replaceChildren(failure(e), h("div", { class: "tools" }, h("button", { type: "button", id: "overwrite", class: "danger", text: "Overwrite what is there", onclick: () => store(true).catch(tell) }),
        h("button", { type: "button", text: "Load what is there", onclick: () => { unsaved.delete(key(file)); saved(); } })));
    } finally {
      save.disabled = false;
    }
    unsaved.delete(key(file));
    return saved();
  }

  /** A template comes with settings, which are stored with it. */
  async function storeOthers() {
    for (const other of source.files.filter((f) => f !== file)) {
      const text = unsaved.get(key(other)) ?? (await source.read(other)).text;
      await send("PUT", "backtest", at(), { file: other }, text, typeOf(other));
      unsaved.delete(key(other));
    }
  }

  function tell(e) {
    if (e.name !== "AbortError" && !signal.aborted) said.replaceChildren(failure(e));
  }

  signal.addEventListener("abort", () => clearTimeout(soon));
  addEventListener("beforeunload", (event) => unsaved.size > 0 && event.preventDefault(), { signal });
  const root = panel("Source", { id: "source", tools: [state, source.files.length > 1 ? files : h("span", { class: "mono", text: source.files[0] }), revert, validate, save] },
    source.note ? h("p", { class: "note", text: source.note }) : null, edit.root, said, hint);
  return Object.assign(root, { begin: () => open(source.files[0]).catch(tell) });
}

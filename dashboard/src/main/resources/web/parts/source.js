// Where the text in the editor comes from: a file as it is now, a version that was run, a template, or a copy.

import { languageOf } from "/web/parts/editor.js";
import { get } from "/web/shell/api.js";

const at = (name, rest = "") => `/api/strategies/${encodeURIComponent(name)}${rest}`;
const none = (note) => ({ files: [], read: null, editable: false, note });

/** Files that came with their texts. */
function given(files, editable, note = null) {
  const texts = new Map(files.filter((f) => f.text !== null).map((f) => [f.path, f.text]));
  return { files: [...texts.keys()], read: async (file) => ({ text: texts.get(file), hash: null }), editable, note };
}

/**
 * The files of a strategy as they are now.
 *
 * @returns {files, read(file), editable, note}: `read` answers {text, hash}; without files, `note` says why
 */
export async function current(info, signal) {
  try {
    const first = await get("backtest", at(info.name, "/source"), {}, signal);
    const read = async (file) => {
      const found = await get("backtest", at(info.name, "/source"), { file }, signal);
      return { text: found.source, hash: found.hash, editable: found.editable };
    };
    return { files: first.files, read, editable: first.editable, note: null };
  } catch (e) {
    if (e.status === 409 || e.status === 422) return none(e.message);
    if (e.status !== 404) throw e;
    return kept(info, signal);
  }
}

/** A service that cannot show files still has the code of versions that were run. */
async function kept(info, signal) {
  const { versions } = await get("backtest", at(info.name, "/versions"), {}, signal);
  const newest = versions.find((v) => v.current) ?? versions[0];
  if (!newest) return none("The service has no source of this strategy to show: its file cannot be read over this version's routes, and no run has kept its code.");
  const found = await version(info.name, newest.content_hash, signal);
  return { ...found, editable: info.file !== null, note: newest.current ? null : "This is the version that was run last; the file has changed since." };
}

export async function version(name, hash, signal) {
  const code = await get("backtest", at(name, `/versions/${hash}`), {}, signal);
  return given(code.files, false, `This is version ${hash.slice(0, 8)} as it was run${code.current ? ", which is the present one" : ""}.`);
}

export async function template(name, kind, signal) {
  return given((await get("backtest", "/api/strategies/template", { name, kind }, signal)).files, true);
}

/** Another strategy's main file under a new name. Its package stays behind, for the user's files have one of their own. */
export async function copy(original, name, signal) {
  const source = await current(await get("backtest", at(original), {}, signal), signal);
  const file = source.files.find((f) => languageOf(f) === "java" || languageOf(f) === "javascript");
  if (!file) return none(`${original} cannot be copied. ${source.note ?? ""}`);
  const { text } = await source.read(file);
  const own = text.replace(/^package [\w.]+;\s*/m, "").replace(new RegExp(`(?<![\\w$])${original.replaceAll("$", "\\$")}(?![\\w$])`, "g"), name);
  return given([{ path: `${name}${file.slice(file.lastIndexOf("."))}`, text: own }], true);
}

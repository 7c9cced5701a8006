// What the whole page shares: the state of the system, and what happens, as it happens.

import { SystemModel } from "/web/shell/system.js";

export const system = new SystemModel();
/** Events "notice" ({channel, notice} as detail) and "connection" (text as detail). */
export const live = new EventTarget();
export let connection = "connecting";

function said(text) {
  connection = text;
  live.dispatchEvent(new CustomEvent("connection", { detail: text }));
}

let source = null;

function listen() {
  source?.close();
  source = new EventSource("/events");
  const mine = source;
  mine.addEventListener("open", () => said("live"));
  mine.addEventListener("system", (event) => system.accept(JSON.parse(event.data)));
  mine.addEventListener("notice", (event) => live.dispatchEvent(new CustomEvent("notice", { detail: JSON.parse(event.data) })));
  mine.addEventListener("error", () => {
    said("connection lost, trying again");
    // The browser tries again by itself, except after an answer that was no stream.
    if (mine.readyState === EventSource.CLOSED) setTimeout(() => mine === source && listen(), 2000);
    system.refresh();
  });
}

function rest() {
  source?.close();
  source = null;
}

/** Calls `what` for notices until the page is left. */
export function onNotice(what, signal) {
  live.addEventListener("notice", (event) => what(event.detail), { signal });
}

system.start();
listen();
// A browser opens six connections to a host, over all its tabs; a page that nobody sees must not hold one of them.
document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
window.addEventListener("pagehide", rest);
window.addEventListener("pageshow", (event) => event.persisted && listen());

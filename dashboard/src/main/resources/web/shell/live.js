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

function listen() {
  const source = new EventSource("/events");
  source.addEventListener("open", () => said("live"));
  source.addEventListener("system", (event) => system.accept(JSON.parse(event.data)));
  source.addEventListener("notice", (event) => live.dispatchEvent(new CustomEvent("notice", { detail: JSON.parse(event.data) })));
  source.addEventListener("error", () => {
    said("connection lost, trying again");
    // The browser tries again by itself, except after an answer that was no stream.
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, 2000);
    system.refresh();
  });
}

/** Calls `what` for notices until the page is left. */
export function onNotice(what, signal) {
  live.addEventListener("notice", (event) => what(event.detail), { signal });
}

system.start();
listen();

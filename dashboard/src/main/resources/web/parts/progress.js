// The progress of a job: how far, what it does, how long it will take, and a way to stop it.

import { h, setText } from "/web/parts/dom.js";
import { duration, percent } from "/web/parts/format.js";
import { follow, send } from "/web/shell/api.js";

/**
 * Shows a job until it ends.
 *
 * @param path of the job, e.g. /api/backtests/ID; its events are below it
 * @returns {root, ended}: `ended` is a promise of the last status
 */
export function progress({ service, path, label, signal }) {
  const bar = h("progress", { max: "1", value: "0", "aria-label": label });
  const words = h("span", { class: "quiet", role: "status", text: "waiting" });
  const stop = h("button", { type: "button", text: "Cancel", onclick: async () => {
    stop.disabled = true;
    await send("DELETE", service, path).catch((e) => setText(words, e.message));
  } });
  const root = h("div", { class: "progress" }, h("b", { text: label }), bar, words, stop);
  const ended = follow(service, `${path}/events`, (status) => {
    bar.value = status.progress ?? 0;
    const left = status.seconds_left == null ? "" : `, ${duration(Math.ceil(status.seconds_left))} left`;
    setText(words, `${percent(status.progress ?? 0, 0)} ${status.message ?? status.state}${left}`);
    root.dataset.state = status.state;
    if (!["queued", "running"].includes(status.state)) stop.remove();
  }, signal);
  return { root, ended };
}

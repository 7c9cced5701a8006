// One training while it runs; then its model.

import { h, link } from "/web/parts/dom.js";
import { time } from "/web/parts/format.js";
import { progress } from "/web/parts/progress.js";
import { get } from "/web/shell/api.js";
import { failure, reopen } from "/web/shell/router.js";

export const title = (id) => `Training ${id}`;

export async function show(view, { item: id, signal, go }) {
  const path = `/api/ml/trainings/${encodeURIComponent(id)}`;
  const state = await get("ml", path, {}, signal);
  if (state.model) return go(`/model/${encodeURIComponent(state.model)}`, { replace: true });
  const name = `Training of ${state.name || id}`;
  view.replaceChildren(h("div", { class: "view-head" }, h("h1", { text: name }), h("span", { class: `tag ${state.state === "failed" ? "bad" : "wait"}`, id: "training-state", text: state.state }), h("span", { class: "quiet", text: time(state.created_at) })));
  if (["queued", "running"].includes(state.state)) {
    const shown = progress({ service: "ml", path, label: name, signal });
    view.append(shown.root, h("p", { class: "quiet", text: "You may leave this page: the training goes on, also after a restart of the service." }));
    shown.ended.then(reopen, () => {});
    return;
  }
  view.append(failure({ title: `It was ${state.state}`, message: state.message ?? "No reason was kept." }), link(`/train?again=${encodeURIComponent(id)}`, "Change the order and train again", { class: "button" }));
}

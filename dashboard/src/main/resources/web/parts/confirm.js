// A question before something is done that cannot be taken back.

import { h } from "/web/parts/dom.js";

/** Asks; `action` is the word on the button that does it. The answer is whether it was pressed. */
export function confirmed({ title, text, action }) {
  return new Promise((done) => {
    let yes = false;
    const node = h("dialog", { class: "over", id: "confirm", "aria-label": title, onclose: () => { node.remove(); done(yes); } },
      h("h2", { text: title }), h("p", { class: "confirm-text", text }),
      h("div", { class: "tools" }, h("button", { type: "button", id: "confirm-yes", class: "danger", text: action, onclick: () => { yes = true; node.close(); } }),
        h("button", { type: "button", id: "confirm-no", text: "Keep it", autofocus: true, onclick: () => node.close() })));
    document.body.append(node);
    node.showModal();
  });
}

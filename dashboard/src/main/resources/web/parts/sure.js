// Asks once more before something is changed or taken away: in the place where the button stands, or above the page.

import { h } from "/web/parts/dom.js";

/**
 * A button that turns into a question with "yes" and "no".
 *
 * @param text     of the button
 * @param question what is about to happen, as text or a function that gives it; null from a function means nothing to do
 * @param act      done on yes; what it throws is shown
 * @param type     a word that has to be typed first, for what cannot be taken back
 */
export function sure({ text, question, act, type = null, kind = "", id = null }) {
  const root = h("span", { class: "sure" });
  const button = h("button", { type: "button", class: kind, text, id, onclick: ask });

  function back(focus = true) {
    root.replaceChildren(button);
    if (focus) button.focus();
  }

  function ask() {
    const words = typeof question === "function" ? question() : question;
    if (!words) return;
    const problem = h("span", { class: "loss", role: "alert" });
    const typed = type ? h("input", { type: "text", "aria-label": `Type ${type} to confirm`, placeholder: type, autocomplete: "off", data: { part: "typed" }, oninput: () => { yes.disabled = typed.value.trim() !== type; } }) : null;
    const yes = h("button", { type: "button", class: kind || "primary", text: `Yes, ${text.charAt(0).toLowerCase()}${text.slice(1)}`, disabled: Boolean(type), data: { part: "yes" }, onclick: async () => {
      yes.disabled = true;
      problem.textContent = "";
      try {
        await act();
        back(false);
      } catch (e) {
        problem.textContent = [e.message, ...(e.errors ?? []).map((error) => `${error.field}: ${error.message}`)].join(" ");
        yes.disabled = false;
      }
    } });
    root.replaceChildren(h("span", { role: "alert", text: words }), typed ?? "", yes, h("button", { type: "button", text: "No", onclick: () => back() }), problem);
    (typed ?? yes).focus();
  }

  back(false);
  return root;
}

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

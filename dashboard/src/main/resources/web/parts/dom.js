// Elements from code. Every text is set as text, so that nothing a service says can become markup.

/**
 * An element. `given` may hold attributes, `class`, `text`, `data` (an object), properties that start with `on` (listeners)
 * and booleans (present or absent). Children may be nodes, texts, null or lists of these.
 */
export function h(tag, given = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "text") node.textContent = value;
    else if (name === "data") Object.assign(node.dataset, value);
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export const byId = (id) => document.getElementById(id);

export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** A link to another page of the dashboard. */
export const link = (href, text, given = {}) => h("a", { href, ...given }, text);

/** A framed part of a page with a heading. */
export function panel(title, given = {}, ...children) {
  const { tools, ...rest } = given;
  return h("section", { "aria-label": title, ...rest, class: `panel ${rest.class ?? ""}` },
    h("div", { class: "panel-head" }, h("h2", { text: title }), tools ? h("div", { class: "tools" }, tools) : null), ...children);
}

/** What stands where there is nothing yet: the reason and the next step. */
export const empty = (text, ...next) => h("p", { class: "empty" }, text, next.length > 0 ? " " : null, ...next);

/** A group of choices of which one is pressed. `choices` are [value, text]. */
export function toggle(label, choices, chosen, changed) {
  const buttons = choices.map(([value, text]) => h("button", {
    type: "button", text, "aria-pressed": String(value === chosen),
    onclick: () => {
      buttons.forEach((button, i) => button.setAttribute("aria-pressed", String(choices[i][0] === value)));
      changed(value);
    },
  }));
  return h("div", { class: "toggle", role: "group", "aria-label": label }, buttons);
}

/** A labelled field of a form. `about` explains it below, `control` is the input. */
export function field(label, control, about = null) {
  const id = control.id || `field-${label.toLowerCase().replace(/\W+/g, "-")}`;
  control.id = id;
  if (about) control.setAttribute("aria-describedby", `${id}-about`);
  return h("div", { class: "field" }, h("label", { for: id, text: label }), control,
    about ? h("small", { id: `${id}-about`, text: about }) : null);
}

export function select(choices, chosen, given = {}) {
  return h("select", given, choices.map((choice) => {
    const [value, text] = Array.isArray(choice) ? choice : [choice, choice];
    return h("option", { value, text, selected: value === chosen });
  }));
}

/** Hands a file to the browser's downloads. */
export function download(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

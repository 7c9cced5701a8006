// A line as small as a word: where equity went, without axes and without the charting library.

const SVG = "http://www.w3.org/2000/svg";

function shape(name, attributes) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}

/** `values` in order; the dotted line is where they began. */
export function spark(values, label, { width = 120, height = 26 } = {}) {
  const svg = shape("svg", { class: "spark", viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": label });
  if (values.length < 2) return svg;
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const y = (v) => (height - 2 - ((v - low) / span) * (height - 4)).toFixed(1);
  const x = (i) => ((i / (values.length - 1)) * width).toFixed(1);
  svg.append(shape("path", { class: "start", d: `M0 ${y(values[0])}H${width}` }),
    shape("path", { class: values.at(-1) >= values[0] ? "up" : "down", d: values.map((v, i) => `${i === 0 ? "M" : "L"}${x(i)} ${y(v)}`).join("") }));
  return svg;
}

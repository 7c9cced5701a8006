// A figure over two parameters as a surface in space, drawn on a canvas from far to near. Drag it, or press the arrow keys, to turn it.

import { css } from "/web/parts/chart.js";
import { h } from "/web/parts/dom.js";
import { count, label, number } from "/web/parts/format.js";

const HEIGHT = 420;
const TURN = 0.1;

/** @param s as `GET .../surface` answers, with two parameters; cells without a value leave a hole */
export function relief({ s, signal }) {
  const known = s.cells.flat().filter((v) => v !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const told = (v) => (s.reduce === "count" ? count(v) : number(v));
  const canvas = h("canvas", { class: "relief", tabindex: "0", role: "img", "aria-label": `${label(s.figure)} over ${s.x_name} and ${s.y_name} as a surface from ${told(low)} to ${told(high)}; the arrow keys turn it` });
  let [angle, tilt] = [0.7, 0.6];
  const level = (v) => (high === low ? 0.5 : (v - low) / (high - low));

  function draw() {
    const [width, ratio] = [canvas.clientWidth, devicePixelRatio || 1];
    if (width === 0) return;
    [canvas.width, canvas.height] = [Math.round(width * ratio), Math.round(HEIGHT * ratio)];
    const pen = canvas.getContext("2d");
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    const size = Math.min(width * 0.6, HEIGHT * 0.75);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const far = (u, v) => (u - 0.5) * sin + (v - 0.5) * cos;
    const at = (u, v, z) => [width / 2 + ((u - 0.5) * cos - (v - 0.5) * sin) * size, HEIGHT * 0.55 + far(u, v) * Math.sin(tilt) * size - (z - 0.2) * Math.cos(tilt) * size * 0.5];
    const path = (points) => { pen.beginPath(); points.forEach(([x, y], i) => (i === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y))); pen.closePath(); };
    pen.strokeStyle = css("--line");
    path([at(0, 0, 0), at(1, 0, 0), at(1, 1, 0), at(0, 1, 0)]);
    pen.stroke();
    const [columns, lines] = [s.x.length - 1, s.y.length - 1];
    const sheets = [];
    for (let r = 0; r < lines; r++) {
      for (let c = 0; c < columns; c++) {
        const corners = [[c, r], [c + 1, r], [c + 1, r + 1], [c, r + 1]];
        const values = corners.map(([i, j]) => s.cells[j][i]);
        if (values.includes(null)) continue;
        sheets.push({ depth: far((c + 0.5) / columns, (r + 0.5) / lines), mean: level(values.reduce((a, b) => a + b, 0) / 4), points: corners.map(([i, j], k) => at(i / columns, j / lines, level(values[k]))) });
      }
    }
    const [loss, middle, gain] = [css("--loss-fill"), css("--raised"), css("--gain-fill")];
    for (const { mean, points } of sheets.sort((a, b) => a.depth - b.depth)) {
      pen.fillStyle = mean < 0.5 ? `color-mix(in srgb, ${loss} ${Math.round(100 - 200 * mean)}%, ${middle})` : `color-mix(in srgb, ${gain} ${Math.round(200 * mean - 100)}%, ${middle})`;
      path(points);
      pen.fill();
      pen.stroke();
    }
    pen.fillStyle = css("--ink");
    pen.font = `12px ${getComputedStyle(canvas).fontFamily}`;
    pen.textAlign = "center";
    const write = (text, [x, y]) => pen.fillText(text, Math.max(40, Math.min(width - 40, x)), y + 14);
    write(`${s.x_name} ${s.x[0]}`, at(0, 1.06, 0));
    write(String(s.x[columns]), at(1, 1.06, 0));
    write(`${s.y_name} ${s.y[0]}`, at(1.08, 0, 0));
    write(String(s.y[lines]), at(1.08, 1, 0));
    pen.textAlign = "left";
    pen.fillText(`${label(s.figure)}: ${told(low)} to ${told(high)}`, 8, 16);
  }

  const turn = (across, up) => {
    angle += across;
    tilt = Math.max(0.15, Math.min(1.4, tilt + up));
    draw();
  };
  canvas.addEventListener("pointerdown", (event) => canvas.setPointerCapture(event.pointerId));
  canvas.addEventListener("pointermove", (event) => { if (canvas.hasPointerCapture(event.pointerId)) turn(-event.movementX / 120, event.movementY / 160); });
  canvas.addEventListener("keydown", (event) => {
    const by = { ArrowLeft: [TURN, 0], ArrowRight: [-TURN, 0], ArrowUp: [0, -TURN], ArrowDown: [0, TURN] }[event.key];
    if (!by) return;
    event.preventDefault();
    turn(...by);
  });
  const watch = new ResizeObserver(draw);
  watch.observe(canvas);
  signal.addEventListener("abort", () => watch.disconnect());
  return canvas;
}

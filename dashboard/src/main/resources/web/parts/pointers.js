// Moving and zooming a chart with mouse, wheel and fingers.

/** Drag moves, the wheel zooms at the pointer (sideways or with shift: moves), two fingers zoom. */
export function pointers(box, { pan, zoom, perPixel, over, out, held }) {
  const down = new Map();
  let left = 0;
  let width = 0;
  const place = (event) => { const at = box.getBoundingClientRect(); return { x: event.clientX - at.left, y: event.clientY - at.top, part: Math.min(1, Math.max(0, (event.clientX - at.left - 10) / (at.width - 90))) }; };
  box.addEventListener("pointerdown", (event) => { held(); box.setPointerCapture(event.pointerId); down.set(event.pointerId, event.clientX); left = 0; width = spread(down); });
  box.addEventListener("pointermove", (event) => {
    if (!down.has(event.pointerId)) return over(place(event).x);
    const step = (down.get(event.pointerId) - event.clientX) * perPixel();
    down.set(event.pointerId, event.clientX);
    if (down.size > 1) {
      const now = spread(down);
      if (Math.abs(now - width) > 12) { zoom(width / now, place(event).part); width = now; }
      return undefined;
    }
    left += step;
    const whole = Math.trunc(left);
    if (whole !== 0) { left -= whole; pan(whole); }
    return undefined;
  });
  for (const name of ["pointerup", "pointercancel"]) box.addEventListener(name, (event) => down.delete(event.pointerId));
  box.addEventListener("pointerleave", () => down.size === 0 && out());
  box.addEventListener("wheel", (event) => {
    event.preventDefault();
    const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
    if (Math.abs(sideways) > Math.abs(event.deltaY) || event.shiftKey) pan(Math.sign(sideways) * Math.max(1, Math.round(Math.abs(sideways) * perPixel())));
    else zoom(1.0016 ** Math.max(-300, Math.min(300, event.deltaY)), place(event).part);
  }, { passive: false });
}

function spread(down) {
  const xs = [...down.values()];
  return xs.length < 2 ? 0 : Math.max(1, Math.max(...xs) - Math.min(...xs));
}

// Brings the parts together: the model, its live feed, the clocks.

import { show } from "/web/activity.js";
import { clock } from "/web/format.js";
import { SystemModel } from "/web/system.js";
import { draw } from "/web/view.js";

const model = new SystemModel();
let asked = false;

// Many changes in one moment are drawn once.
model.addEventListener("change", () => {
  if (!asked) {
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      draw(model);
    });
  }
});

function listen() {
  const stream = document.getElementById("stream");
  const source = new EventSource("/events");
  source.addEventListener("open", () => { stream.textContent = "live"; });
  source.addEventListener("system", (event) => model.accept(JSON.parse(event.data)));
  source.addEventListener("notice", (event) => show(JSON.parse(event.data)));
  source.addEventListener("error", () => {
    stream.textContent = "connection lost, trying again";
    // The browser tries again by itself, except after an answer that was no stream.
    if (source.readyState === EventSource.CLOSED) setTimeout(listen, 2000);
    model.refresh();
  });
}

function tick() {
  const now = new Date();
  document.getElementById("clock-exchange").textContent = clock(now, "America/Chicago");
  document.getElementById("clock-utc").textContent = clock(now, "UTC");
  if (model.system) draw(model);
}

model.start();
listen();
tick();
setInterval(tick, 1000);

// The list of what happened, newest first.

const MOST = 100;
const list = document.getElementById("activity");
const empty = document.getElementById("activity-empty");

const TEXT = {
  health_changed: (d) => `${d.service} went from ${d.from} to ${d.to}${d.reason ? `: ${d.reason}` : ""}`,
};

export function show({ channel, notice }) {
  const time = document.createElement("time");
  time.dateTime = notice.time;
  time.textContent = new Date(notice.time).toLocaleTimeString("en-GB");
  const what = document.createElement("span");
  what.className = "what";
  const text = (TEXT[notice.type] ?? general)(notice.data ?? {}, notice.type);
  const href = notice.data?.href;
  if (href && /^https?:\/\//.test(href)) {
    const link = document.createElement("a");
    link.href = href;
    link.textContent = text;
    what.append(link);
  } else {
    what.textContent = text;
  }
  const from = document.createElement("span");
  from.className = "from";
  from.textContent = `${channel} from ${notice.service}`;
  const item = document.createElement("li");
  item.append(time, what, from);
  list.prepend(item);
  while (list.children.length > MOST) list.lastElementChild.remove();
  empty.hidden = true;
}

/** bars_imported with symbol ES, rows 3900 -> Bars imported: symbol ES, rows 3,900 */
function general(data, type) {
  const words = type.replaceAll("_", " ");
  const facts = Object.entries(data)
    .filter(([key, v]) => key !== "href" && v !== null && typeof v !== "object")
    .slice(0, 5)
    .map(([key, v]) => `${key.replaceAll("_", " ")} ${typeof v === "number" ? v.toLocaleString("en-US") : v}`);
  return words.charAt(0).toUpperCase() + words.slice(1) + (facts.length > 0 ? `: ${facts.join(", ")}` : "");
}

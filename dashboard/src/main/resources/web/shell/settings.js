// What the user chose about looks: kept in the browser, applied at once.

const store = {
  read(key, standard) {
    try {
      return localStorage.getItem(key) ?? standard;
    } catch {
      return standard; // storage may be turned off
    }
  },
  write(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch {
      // it then lasts as long as the page
    }
  },
};

export const settings = new EventTarget();
let colours = store.read("colours", "system");
let zoneChoice = store.read("zone", "exchange");

export const colourChoice = () => colours;
export const zoneChosen = () => zoneChoice;

/** The zone to show times in: the contract's own (Chicago when it is not known), UTC, or this machine's. */
export function zone(exchange) {
  if (zoneChoice === "utc") return "UTC";
  if (zoneChoice === "local") return Intl.DateTimeFormat().resolvedOptions().timeZone;
  return exchange ?? "America/Chicago";
}

export const zoneName = (exchange) => zone(exchange).replace("_", " ");

export function chooseZone(choice) {
  zoneChoice = choice;
  store.write("zone", choice);
  settings.dispatchEvent(new Event("zone"));
}

export const dark = () => colours === "dark" || (colours === "system" && matchMedia("(prefers-color-scheme: dark)").matches);

function apply() {
  document.documentElement.dataset.colours = dark() ? "dark" : "light";
}

export function chooseColours(choice) {
  colours = choice;
  store.write("colours", choice);
  apply();
  settings.dispatchEvent(new Event("colours"));
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
  apply();
  settings.dispatchEvent(new Event("colours"));
});
apply();

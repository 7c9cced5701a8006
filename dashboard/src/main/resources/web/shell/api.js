// Requests to the services. Where they are, the launcher says; what is wrong, they say themselves, as RFC 9457 problems.

const PATIENCE_MS = 5000;
let addresses = null;

/** A problem body, or a service that did not answer. `errors` are of fields: {field, value, message}. */
export class Problem extends Error {
  constructor(status, title, detail, errors = []) {
    super(detail || title);
    this.status = status;
    this.title = title;
    this.errors = errors ?? [];
  }
}

/** The launcher names loopback; a page that was opened under another name reaches the services under that name. */
export function reachable(address) {
  const url = new URL(address);
  url.hostname = location.hostname;
  return url.href.replace(/\/$/, "");
}

/** Takes the addresses out of a body of /api/system. */
export function learn(system) {
  addresses = new Map(system.services.filter((s) => s.address.startsWith("http")).map((s) => [s.name, reachable(s.address)]));
  return addresses;
}

let asked = null;

/** The body of /api/system; those who ask at the same time share the answer. */
export function askSystem() {
  asked ??= fetch("/api/system", { signal: AbortSignal.timeout(PATIENCE_MS) }).then((answer) => {
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    return answer.json();
  }).finally(() => { asked = null; });
  return asked;
}

async function base(service) {
  if (service === "dashboard") return "";
  if (!addresses) {
    const system = await askSystem().catch(() => null);
    if (!system) throw new Problem(0, "Not reachable", "The launcher does not answer. Is it still running?");
    learn(system);
  }
  const found = addresses.get(service);
  if (!found) throw new Problem(0, "Not running", `The ${service} service was not started; start it with the others to use this page.`);
  return found;
}

/** The address of a route, for links to downloads. Parameters that are null or empty are left out. */
export async function address(service, path, parameters = {}) {
  const given = Object.entries(parameters).filter(([, v]) => v !== null && v !== undefined && v !== "");
  const query = new URLSearchParams(given).toString();
  return (await base(service)) + path + (query ? `?${query}` : "");
}

async function request(method, service, path, parameters, options) {
  const where = await address(service, path, parameters);
  let answer;
  try {
    answer = await fetch(where, { method, credentials: "include", ...options });
  } catch (e) {
    if (e.name === "AbortError") throw e;
    throw new Problem(0, "Not reachable", `The ${service} service does not answer at ${where.split("/api")[0]}. If it has just died, it is being started again.`);
  }
  if (answer.ok) return answer;
  const text = await answer.text();
  try {
    const body = JSON.parse(text);
    throw new Problem(answer.status, body.title, body.detail, body.errors);
  } catch (e) {
    throw e instanceof Problem ? e : new Problem(answer.status, `HTTP ${answer.status}`, text.slice(0, 400));
  }
}

const json = async (answer) => (answer.status === 204 ? null : answer.json());

export const get = async (service, path, parameters, signal) => json(await request("GET", service, path, parameters, { signal }));

export const getBytes = async (service, path, parameters, signal) => (await request("GET", service, path, parameters, { signal })).arrayBuffer();

export const getText = async (service, path, parameters, signal) => (await request("GET", service, path, parameters, { signal })).text();

/** Sends JSON, a Blob or text with its type, or a form with files. */
export async function send(method, service, path, parameters = {}, body = undefined, type = "application/json", headers = {}) {
  if (body instanceof FormData) return json(await request(method, service, path, parameters, { body, headers }));
  const raw = body === undefined || typeof body === "string" || body instanceof Blob ? body : JSON.stringify(body);
  return json(await request(method, service, path, parameters, { body: raw, headers: raw === undefined ? headers : { "Content-Type": type, ...headers } }));
}

/**
 * Follows a job to its end: `onStatus` gets each status ({state, progress, message, seconds_left}), the last one is the answer.
 * When the stream breaks, the browser opens it again, and the first event says how far it is by then.
 */
export async function follow(service, path, onStatus, signal) {
  const source = new EventSource(await address(service, path), { withCredentials: true });
  return new Promise((done, failed) => {
    const end = (settle, what) => {
      source.close();
      settle(what);
    };
    signal?.addEventListener("abort", () => end(failed, new DOMException("left", "AbortError")));
    source.addEventListener("status", (event) => {
      const status = JSON.parse(event.data);
      onStatus(status);
      if (["done", "failed", "cancelled", "interrupted"].includes(status.state)) end(done, status);
    });
    source.addEventListener("error", () => {
      if (source.readyState === EventSource.CLOSED) end(failed, new Problem(0, "Lost", "The job's progress can no longer be followed; its state is still kept by the service."));
    });
  });
}

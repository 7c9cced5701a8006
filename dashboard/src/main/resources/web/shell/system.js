// What is known about the system: the launcher's view of the processes, and what each service says itself.

import { askSystem, learn, reachable } from "/web/shell/api.js";

const POLL_MS = 2000;
const TIMEOUT_MS = 2500;
const TRACE = 60;

export class SystemModel extends EventTarget {
  constructor() {
    super();
    this.system = null;          // body of /api/system
    this.launcherReachable = null;
    this.polls = new Map();      // name -> {ok, health, ms, at, trace}
    this.polledAt = null;
  }

  start() {
    this.refresh();
    setInterval(() => this.refresh(), 5000);
    setInterval(() => this.pollServices(), POLL_MS);
  }

  /** The launcher's view, pushed by its events or fetched. */
  accept(system) {
    const first = this.system === null;
    this.system = system;
    learn(system);
    this.launcherReachable = true;
    if (first) this.pollServices();
    this.changed();
  }

  async refresh() {
    try {
      this.accept(await askSystem());
    } catch {
      this.launcherReachable = false;
      this.changed();
    }
  }

  async pollServices() {
    if (!this.system) return;
    const services = this.system.services.filter((s) => s.address.startsWith("http"));
    await Promise.all(services.map((s) => this.poll(s)));
    this.polledAt = new Date();
    this.changed();
  }

  async poll(service) {
    const before = this.polls.get(service.name);
    const trace = before ? before.trace : [];
    const started = performance.now();
    let poll;
    try {
      const answer = await fetch(`${reachable(service.address)}/health`, { credentials: "include", signal: AbortSignal.timeout(TIMEOUT_MS) });
      const health = await answer.json();
      poll = { ok: true, health, ms: performance.now() - started };
    } catch {
      poll = { ok: false, health: null, ms: null };
    }
    trace.push(poll.ms);
    if (trace.length > TRACE) trace.shift();
    this.polls.set(service.name, { ...poll, trace, at: Date.now() });
  }

  changed() {
    this.dispatchEvent(new Event("change"));
  }

  /** One entry per process, with the two views brought together. */
  services() {
    if (!this.system) return [];
    const merged = this.system.services.map((s) => this.merge(s));
    return [...merged.filter((s) => s.http), ...merged.filter((s) => !s.http)];
  }

  merge(s) {
    const poll = this.polls.get(s.name);
    const http = s.address.startsWith("http");
    const told = this.launcherReachable ? s.state : null;
    let state = told ?? "down";
    let health = s.health;
    if (http && poll) {
      health = poll.health ?? null;
      if (poll.ok) state = health.status;
      else if (told === null || told === "healthy" || told === "degraded") state = "down";
    }
    const uptime = health?.uptime_s != null && poll
      ? health.uptime_s + (Date.now() - poll.at) / 1000
      : s.started_at && this.launcherReachable ? (Date.now() - Date.parse(s.started_at)) / 1000 : null;
    return {
      ...s,
      state,
      http,
      uptime: ["healthy", "degraded", "unhealthy"].includes(state) ? uptime : null,
      details: health?.details ?? {},
      reason: reason(state, s, health),
      url: http ? reachable(s.address) : s.address,
      ms: poll?.ok ? poll.ms : null,
      trace: poll?.trace ?? [],
    };
  }

  /** State and words for the whole. */
  overall() {
    if (!this.system) {
      return this.launcherReachable === false
        ? { state: "down", text: "Launcher not reachable, trying again" }
        : { state: "starting", text: "Connecting…" };
    }
    if (!this.launcherReachable) return { state: "down", text: "Launcher not reachable, trying again" };
    const all = this.services();
    const of = (...states) => all.filter((s) => states.includes(s.state));
    const down = of("down", "failed", "unhealthy", "stopped");
    const coming = of("starting", "restarting");
    const degraded = of("degraded");
    const names = (list) => list.map((s) => s.name).join(", ");
    if (down.length > 0) return { state: "down", text: `Down: ${names(down)}` };
    if (coming.length > 0) return { state: "starting", text: `Starting: ${names(coming)}` };
    if (degraded.length > 0) return { state: "degraded", text: `Degraded: ${names(degraded)}` };
    return { state: "healthy", text: "Everything is healthy" };
  }
}

function reason(state, s, health) {
  if (state === "healthy") return "";
  const problems = health?.details?.problems ?? [];
  if (problems.length > 0) return problems.join("; ");
  if (state === "restarting") return `${s.reason || "It died"}; it is being started again`;
  if (state === "starting") return "It is starting";
  if (state === "down") return s.reason || "It does not answer";
  return s.reason;
}

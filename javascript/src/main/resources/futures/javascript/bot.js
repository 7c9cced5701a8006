// The live bot around a strategy: what it hands to the constructor, how it feeds prices, and how it reads signals.
(function (host) {
  'use strict';
  const { hidden, NativeDate } = host;
  const uncurry = Function.prototype.bind.bind(Function.prototype.call);
  const stringify = JSON.stringify;
  const text = String;
  const replaceAll = uncurry(String.prototype.replaceAll);
  const upper = uncurry(String.prototype.toUpperCase);
  const number = Number;
  const NOTHING = 0;
  const PENDING = 1;
  const SIGNAL = 2;
  const TIMERS = 3;
  const MOST_SIGNALS = 1000; // that the host's memory takes at once
  const SIGNAL_WORDS = 8;
  const END = '\u0001';

  const { config, due, setNow, consoleWaits } = host;
  let strategy;
  // Shared with the host: number of the next price, number to stop before, contracts held, their price; then time, price and volume of each.
  const shared = new Float64Array(host.prices);
  const HEAD = 4;
  let ready = false;
  let waiting = 0;
  let refused;
  let failed = false;
  let unclear = 0;
  let unclearSample = '';
  const settled = [];
  let settledCount = 0;
  // Shared with the host: how many signals there are; then of each the number of its price, direction, entry, stop, target, size, whether of a
  // part, and whether its texts are others than those of the one before.
  const answers = new Float64Array(host.answers);
  // Signals that wait for the host, and their texts.
  let noted = 0;
  let texts = '';
  let lastReason;
  // Number of the price that a signal belongs to: that was given last or, when a timer gives it, comes next.
  let current = 0;

  // ---- mainBot ----
  let asked = false;
  const held = () => {
    asked = true;
    return shared[2];
  };
  const positions = () => {
    const contracts = held();
    const entryPrice = shared[3];
    const all = contracts === 0 ? [] : [{ id: 'position-1', positionId: 'position-1', instrument: config.instrument, accountId: bot.config.accountId,
      side: contracts > 0 ? 'LONG' : 'SHORT', direction: contracts > 0 ? 'LONG' : 'SHORT', type: contracts > 0 ? 1 : 2,
      size: Math.abs(contracts), quantity: Math.abs(contracts), positionSize: Math.abs(contracts), entryPrice, averagePrice: entryPrice }];
    hidden(all, 'size', all.length);
    return all;
  };
  const eventBus = new host.EventEmitter();
  const bot = {
    instanceId: 'BACKTEST', botId: config.botId || 'BACKTEST', name: config.botId || 'BACKTEST',
    config: { ...config, accountId: config.accountId || 'BACKTEST', instrument: config.instrument },
    eventBus,
    aggregatorClient: {
      isConnected: true, connected: true,
      requestHistoricalData(...given) {
        const request = typeof given[0] === 'object' && given[0] !== null ? given[0] : { symbol: given[0], daysBack: given[1] };
        return new Promise(resolve => host.later(() => {
          const answer = { ...host.answerHistory(request), requestId: request.requestId, symbol: request.symbol, instrument: request.instrument };
          resolve(answer);
          if (strategy && typeof strategy.processHistoricalDataResponse === 'function') host.run(() => strategy.processHistoricalDataResponse(answer));
        }));
      },
      on() {}, subscribe() {}, publish() {}, sendMessage() { return Promise.resolve({ success: true }); }
    },
    modules: {
      positionManagement: {
        getAllPositions: positions, getOpenPositions: positions, getPositions: positions,
        hasPosition: () => held() !== 0, hasOpenPosition: () => held() !== 0,
        getPosition: () => positions()[0] || null, getCurrentPosition: () => positions()[0] || null,
        getPositionCount: () => (held() === 0 ? 0 : 1)
      },
      healthMonitoring: { getQuietModeStatus: () => ({ currentlyQuiet: false, isQuiet: false, enabled: false }), isQuietMode: () => false,
        isHealthy: () => true, getStatus: () => ({ healthy: true }) },
      keyboardInterface: { getPromptState: () => ({ isPromptActive: false }), isPromptActive: () => false },
      manualTrading: { awaitingConfirmation: false, isAwaitingConfirmation: () => false },
      riskManagement: { canTrade: () => true, isTradingAllowed: () => true }
    },
    logger: console, isRunning: true
  };
  for (const level of ['log', 'info', 'warn', 'error', 'debug']) bot[level] = (...given) => console[level](...given);
  host.bot = bot;

  // ---- a value that may be a promise; microtasks are drained between two calls of the host ----
  host.run = work => take(work(), false);
  function take(value, market) {
    if (value === null || value === undefined) return NOTHING;
    if (typeof value === 'object' && typeof value.then === 'function') {
      waiting++;
      value.then(market ? answered : ended, rejected);
      return PENDING;
    }
    return market ? read(value) : NOTHING;
  }
  // One each for all promises: a price has to cost little.
  function answered(found) {
    waiting--;
    settled[settledCount++] = found;
    if (leading && waiting === 0) lead();
  }
  function ended() { waiting--; }
  function rejected(error) { waiting--; failed = true; refused = error; }
  const [LONG, SHORT, CLOSE] = [0, 1, 2];
  const NAMES = { __proto__: null, LONG, BUY: LONG, SHORT, SELL: SHORT, CLOSE_POSITION: CLOSE, CLOSE, EXIT: CLOSE, FLAT: CLOSE };
  const direction = word => typeof word === 'string' ? NAMES[word] ?? NAMES[upper(word)] : undefined;
  const amount = value => value === undefined || value === null ? NaN : number(value);

  // What most answers are like is told from the rest in few steps, for it is done at every price.
  function read(answer) {
    if (typeof answer !== 'object' || answer === null) return NOTHING;
    if (answer.ready) ready = true;
    const { signal } = answer;
    if (signal === null || signal === false) return NOTHING;
    if (signal !== undefined) return note(answer, signal);
    return answer.ready === undefined && answer.environment === undefined ? note(answer, answer) : NOTHING;
  }
  function note(answer, signal) {
    if (typeof signal === 'string') signal = { ...answer, direction: signal };
    const way = direction(signal.direction) ?? direction(signal.type) ?? direction(signal.action) ?? direction(signal.side);
    if (way === undefined) {
      if (signal !== answer) {
        unclear++;
        if (unclear === 1) unclearSample = host.show(signal, 1).slice(0, 300);
      }
      return NOTHING;
    }
    const at = 1 + SIGNAL_WORDS * noted;
    answers[at] = current;
    answers[at + 1] = way;
    answers[at + 2] = amount(signal.entryPrice ?? signal.price);
    answers[at + 3] = amount(signal.stopLoss ?? signal.stopPrice);
    answers[at + 4] = amount(signal.takeProfit ?? signal.targetPrice);
    answers[at + 5] = amount(signal.positionSize ?? signal.quantity ?? signal.size);
    answers[at + 6] = signal.closeType === 'partial' ? 1 : 0;
    const reason = text(signal.reason ?? '');
    if (noted > 0 && reason === lastReason && !host.wholeSignals) {
      answers[at + 7] = 0;
    } else {
      answers[at + 7] = 1;
      texts += replaceAll(reason, END, ' ') + END + whole(signal) + END;
      lastReason = reason;
    }
    noted++;
    return SIGNAL;
  }

  function whole(signal) {
    if (!host.wholeSignals) return '';
    try {
      return stringify(signal);
    } catch (e) {
      return 'null';
    }
  }

  // ---- called by the host, each call after the microtasks of the one before ----
  const entry = {};
  host.make = () => {
    const exported = host.load(host.entry);
    const Type = typeof exported === 'function' ? exported
      : exported && (typeof exported.default === 'function' ? exported.default : undefined)
        || exported && exported[host.name] || Object.values(exported || {}).find(one => typeof one === 'function' && one.prototype && typeof one.prototype.processMarketData === 'function');
    if (typeof Type !== 'function') throw new TypeError(`${host.entry} exports no class: module.exports = MyStrategy or { MyStrategy }`);
    strategy = new Type(config, bot);
    if (typeof strategy.processMarketData !== 'function') throw new TypeError(`${Type.name || 'the strategy'} has no method processMarketData(price, volume, timestamp)`);
    bot.strategy = strategy;
    bot.modules.strategy = strategy;
  };
  entry.open = () => {
    host.make();
    let code = NOTHING;
    if (typeof strategy.initialize === 'function' && strategy.initialize.length === 0) code = take(strategy.initialize(), false);
    if (typeof strategy.initializeWithHistoricalData === 'function' && strategy.initializeWithHistoricalData.length >= 1) {
      code = take(strategy.initializeWithHistoricalData(host.allHistory()), false) || code;
    }
    return code;
  };
  const { oneByOne, heedless } = host;
  // Whether the answer to a price leads to the next one at once, without the host: so it is where nothing else is left to be done then.
  let leading = false;
  // Timers made before the first price.
  let madeBefore;
  // Gives prices by number until one of them leaves something to do; to a script that does not heed what becomes of its signals they are
  // given beyond those.
  entry.ticks = () => {
    madeBefore ??= host.timersMade();
    leading = !oneByOne;
    return ticks();
  };
  function lead() {
    try {
      leading = ticks() === PENDING;
    } catch (error) {
      failed = true;
      refused = error;
    }
  }
  const stops = code => code !== NOTHING && (code !== SIGNAL || !heedless || noted >= MOST_SIGNALS);
  function ticks() {
    const end = shared[1];
    for (let at = shared[0]; at < end;) {
      // What has come of promises is read before the next price.
      if (settledCount > 0 || failed) {
        current = at - 1;
        const code = settle();
        if (stops(code)) return code;
      }
      const first = HEAD + 3 * at;
      const time = shared[first];
      if (due(time)) return TIMERS;
      setNow(time);
      current = at;
      const code = take(strategy.processMarketData(shared[first + 1], shared[first + 2], new NativeDate(time)), true);
      shared[0] = ++at;
      if (stops(code) || consoleWaits()) return code;
      if (oneByOne) return waiting > 0 ? PENDING : waits();
    }
    return waits();
  }
  const waits = () => (noted > 0 ? SIGNAL : NOTHING);
  // Whether it turned out to ask for what becomes of its signals, to want to be told, or to have timers, which are fired then too.
  entry.heeds = () => asked || due(Infinity) || host.timersMade() !== madeBefore || typeof strategy.onPositionClosed === 'function';
  entry.due = due;
  entry.fire = () => { leading = false; current = shared[0]; host.fire(); return check(); };
  entry.restless = () => host.restless();
  entry.skip = time => { host.skip(time); return NOTHING; };
  // What has come of promises: the first signal that waits, if any.
  entry.settle = () => { leading = false; return settle(); };
  function settle() {
    let at = 0;
    for (; at < settledCount && noted < MOST_SIGNALS; at++) {
      const found = settled[at];
      settled[at] = undefined;
      read(found);
    }
    // what there is no room for comes when that has been read
    for (let i = at; i < settledCount; i++) settled[i - at] = settled[i];
    settledCount -= at;
    return check();
  }
  function check() {
    if (failed) {
      failed = false;
      throw refused;
    }
    return waits();
  }
  // As many as there is room for, with what has come of promises meanwhile: their numbers are in what is shared, their texts are the answer.
  entry.signals = () => {
    entry.settle();
    const all = texts;
    answers[0] = noted;
    noted = 0;
    texts = '';
    return all;
  };
  entry.closed = (time, profit) => {
    if (due(time)) return TIMERS;
    if (time > host.now()) setNow(time);
    if (typeof strategy.onPositionClosed !== 'function') return NOTHING;
    return take(strategy.onPositionClosed(new NativeDate(time), profit), false);
  };
  entry.report = () => {
    if (!ready && strategy && typeof strategy.isStrategyReady === 'function') {
      try {
        ready = strategy.isStrategyReady() === true;
      } catch (e) {
        ready = false;
      }
    }
    return [ready, host.consoleCount(), waiting, unclear, unclearSample, host.skipped, host.historyAsked(), host.historyAnswered(), host.historyShort()].join('\u0001');
  };
  entry.console = () => host.consoleText();
  entry.unread = () => host.consoleUnread();
  entry.historyDays = () => String(host.historyDays());

  // Some scripts read an undeclared `timestamp` where a position is closed: it is the simulated time.
  Object.defineProperty(globalThis, 'timestamp', { configurable: true, enumerable: false, get: () => host.now(),
    set: value => Object.defineProperty(globalThis, 'timestamp', { value, writable: true, configurable: true, enumerable: false }) });
  return entry;
})

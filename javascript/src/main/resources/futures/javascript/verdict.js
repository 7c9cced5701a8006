// What a script that was made says of itself: name, version, and parameters with their standard values as far as they can be told.
(function (host) {
  'use strict';
  const stringify = JSON.stringify;
  const parse = JSON.parse;
  const { config, sources } = host;
  const LITERAL = '-?\\d[\\w.]*(?:[eE][+-]?\\d+)?|\'[^\'\\n]*\'|"[^"\\n]*"|true|false';
  const ENDS = '(?=\\s*(?:[,;)}\\]\\r\\n]|//|/\\*|$))';
  const MOST = 300;
  const plain = value => typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean';
  const group = value => typeof value === 'object' && value !== null && !Array.isArray(value);
  const escaped = name => name.replace(/[$]/g, '\\$');

  function value(literal) {
    if (literal[0] === "'") return literal.slice(1, -1);
    try {
      return parse(literal.replace(/(?<=\d)_(?=\d)/g, ''));
    } catch (e) {
      return undefined;
    }
  }
  // config.key || 5, config.key ?? other ?? 5, config.key !== false, { key = 5 } = config: the first that is written so.
  function written(path) {
    const key = path.split('.').map(escaped).join('\\??\\.');
    const patterns = [
      new RegExp(`[.]${key}\\s*(?:\\|\\||\\?\\?)\\s*(?:[\\w$.?]+\\s*(?:\\|\\||\\?\\?)\\s*)*?(${LITERAL})${ENDS}`),
      new RegExp(`[{,]\\s*${key}(?:\\s*:\\s*[\\w$]+)?\\s*=\\s*(${LITERAL})\\s*[,}]`)
    ];
    for (const text of sources) {
      for (const pattern of patterns) {
        const found = pattern.exec(text);
        if (found) return value(found[1]);
      }
      if (new RegExp(`[.]${key}\\s*!==?\\s*false\\b`).test(text)) return true;
      if (new RegExp(`[.]${key}\\s*===?\\s*true\\b`).test(text)) return false;
    }
    return undefined;
  }
  // Where a script asks for a group that it was not given, what it would ask of it stands only in its text.
  function deeper(path) {
    const key = path.split('.').map(escaped).join('\\??\\.');
    const found = [];
    for (const text of sources) {
      for (const one of text.matchAll(new RegExp(`[.]${key}\\??\\.([\\w$]+(?:\\?\\.[\\w$]+)*)(?!\\s*\\()`, 'g'))) {
        found.push(path + '.' + one[1].replaceAll('?.', '.'));
      }
    }
    return [...new Set(found)];
  }
  function leaves(from, prefix, into, depth) {
    for (const name of Object.keys(from)) {
      if (plain(from[name])) into.set(prefix + name, from[name]);
      else if (depth > 0 && group(from[name])) leaves(from[name], prefix + name + '.', into, depth - 1);
    }
    return into;
  }

  const entry = {};
  entry.make = () => {
    host.record(true);
    try {
      host.make();
    } finally {
      host.record(false);
    }
    return 0;
  };
  entry.verdict = () => {
    const { strategy } = host.bot;
    const { reads, whole } = host.recorded();
    let told;
    let trouble = '';
    if (typeof strategy.getParameters === 'function') {
      try {
        told = strategy.getParameters();
      } catch (e) {
        trouble = 'getParameters() failed: ' + String((e && e.message) || e);
      }
    }
    const declared = group(told) && typeof told.then !== 'function' ? leaves(told, '', new Map(), 2) : new Map();
    const kept = new Map();
    let keepsAll = whole;
    const names = new Set();
    for (const own of Object.keys(strategy)) {
      const held = strategy[own];
      if (held === config) {
        keepsAll = true; // and asks for more when prices come
        for (const text of sources) {
          for (const one of text.matchAll(new RegExp(`\\bthis\\.${escaped(own)}\\??\\.([\\w$]+)(?!\\s*\\()`, 'g'))) names.add(one[1]);
        }
      } else if (plain(held)) {
        kept.set(own, held);
      } else if (group(held) && /^(params|parameters|settings|options|config|configuration)$/i.test(own)) {
        leaves(held, '', kept, 2);
      }
    }
    for (const read of reads) {
      const inside = config[read.split('.')[0]] === undefined ? deeper(read) : [];
      if (inside.length > 0) inside.forEach(name => names.add(name));
      else names.add(read);
    }
    const parameters = [];
    for (const name of names) {
      const last = name.slice(name.lastIndexOf('.') + 1);
      const standard = written(name) ?? declared.get(name) ?? declared.get(last) ?? kept.get(name) ?? kept.get(last);
      parameters.push({ name, standard: plain(standard) && !Number.isNaN(standard) ? standard : null, from: 'configuration' });
    }
    for (const [name, standard] of whole ? new Map([...kept, ...declared]) : declared) {
      const known = parameters.some(one => one.name === name || one.name.endsWith('.' + name));
      if (!known) parameters.push({ name, standard: Number.isNaN(standard) ? null : standard, from: 'getParameters' });
    }
    const label = given => (plain(given) ? String(given).slice(0, 200) : null);
    return stringify({ name: label(strategy.name), version: label(strategy.version), parameters: parameters.slice(0, MOST),
      keeps_all: keepsAll, trouble: trouble.slice(0, 300) });
  };
  return entry;
})

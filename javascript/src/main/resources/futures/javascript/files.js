// fs in memory: it begins with the data files of the strategy, and ends with the run.
(function (host) {
  'use strict';
  const MOST_BYTES = 64 * 1024 * 1024;
  const path = host.builtin.get('path');
  const files = new Map();
  const folders = new Set(['/', '/tmp', '/bot', '/bot/data', '/bot/logs']);
  let total = 0;
  for (const [name, text] of Object.entries(host.texts)) put(name, text);

  const absolute = name => path.resolve(String(name && name.pathname ? name.pathname : name));
  function failure(code, words, call, name) {
    const error = new Error(`${code}: ${words}, ${call} '${name}'`);
    Object.assign(error, { code, errno: code === 'ENOENT' ? -2 : code === 'EEXIST' ? -17 : -20, syscall: call, path: name });
    return error;
  }
  const absent = (call, name) => failure('ENOENT', 'no such file or directory', call, name);
  function parents(name) {
    for (let at = path.dirname(name); at !== '/' && at !== '.'; at = path.dirname(at)) folders.add(at);
  }
  function put(name, text) {
    const before = files.get(name);
    total += text.length - (before ? before.text.length : 0);
    if (total > MOST_BYTES) throw failure('ENOSPC', 'files of a run may hold 64 MiB', 'write', name);
    parents(name);
    files.set(name, { text, changed: host.now() });
  }
  const textOf = value => typeof value === 'string' ? value : value instanceof Uint8Array ? host.Buffer.from(value).toString() : String(value);
  const encodingOf = options => typeof options === 'string' ? options : options && options.encoding;
  const sync = {
    existsSync: name => files.has(absolute(name)) || folders.has(absolute(name)),
    readFileSync: (name, options) => {
      const file = files.get(absolute(name));
      if (file === undefined) throw absent('open', name);
      return encodingOf(options) ? file.text : host.Buffer.from(file.text);
    },
    writeFileSync: (name, value, options) => {
      const at = absolute(name);
      if (!folders.has(path.dirname(at))) throw absent('open', name);
      put(at, (options && options.flag === 'a' && files.has(at) ? files.get(at).text : '') + textOf(value));
    },
    appendFileSync: (name, value) => {
      const at = absolute(name);
      if (!folders.has(path.dirname(at))) throw absent('open', name);
      put(at, (files.has(at) ? files.get(at).text : '') + textOf(value));
    },
    unlinkSync: name => {
      const file = files.get(absolute(name));
      if (file === undefined) throw absent('unlink', name);
      total -= file.text.length;
      files.delete(absolute(name));
    },
    mkdirSync: (name, options) => {
      const at = absolute(name);
      const deep = options && options.recursive;
      if (!deep && sync.existsSync(at)) throw failure('EEXIST', 'file already exists', 'mkdir', name);
      if (!deep && !folders.has(path.dirname(at))) throw absent('mkdir', name);
      folders.add(at);
      parents(at);
      return deep ? at : undefined;
    },
    readdirSync: name => {
      const at = absolute(name);
      if (!folders.has(at)) throw absent('scandir', name);
      const inside = [...files.keys(), ...folders].filter(one => one !== at && path.dirname(one) === at).map(one => path.basename(one));
      return [...new Set(inside)].sort();
    },
    statSync: name => {
      const at = absolute(name);
      const file = files.get(at);
      if (file === undefined && !folders.has(at)) throw absent('stat', name);
      const when = new Date(file ? file.changed : 0);
      return { size: file ? file.text.length : 0, mtime: when, ctime: when, birthtime: when, mtimeMs: when.getTime(),
        isFile: () => file !== undefined, isDirectory: () => file === undefined, isSymbolicLink: () => false };
    },
    accessSync: name => { if (!sync.existsSync(name)) throw absent('access', name); },
    renameSync: (from, to) => {
      const file = files.get(absolute(from));
      if (file === undefined) throw absent('rename', from);
      sync.unlinkSync(from);
      put(absolute(to), file.text);
    },
    copyFileSync: (from, to) => put(absolute(to), sync.readFileSync(from, 'utf8')),
    rmSync: (name, options) => {
      const at = absolute(name);
      for (const one of [...files.keys()]) if (one === at || one.startsWith(at + '/')) sync.unlinkSync(one);
      folders.delete(at);
    },
    chmodSync: () => {}, utimesSync: () => {}
  };
  sync.lstatSync = sync.statSync;
  sync.rmdirSync = sync.rmSync;
  const promises = {};
  const fs = { ...sync, promises, constants: { F_OK: 0, R_OK: 4, W_OK: 2 } };
  for (const [name, run] of Object.entries(sync)) {
    if (name === 'existsSync') continue;
    const plain = name.slice(0, -4);
    promises[plain] = async (...given) => run(...given);
    fs[plain] = (...given) => {
      const done = typeof given[given.length - 1] === 'function' ? given.pop() : () => {};
      host.later(() => {
        let value;
        try {
          value = run(...given);
        } catch (e) {
          done(e);
          return;
        }
        done(null, value);
      });
    };
  }
  fs.exists = (name, done) => host.later(() => done(sync.existsSync(name)));
  fs.createWriteStream = name => {
    const out = new host.EventEmitter();
    sync.mkdirSync(path.dirname(absolute(name)), { recursive: true });
    out.write = (text, ...rest) => { sync.appendFileSync(name, text); const done = rest[rest.length - 1]; if (typeof done === 'function') host.later(done); return true; };
    out.end = text => { if (text !== undefined) sync.appendFileSync(name, text); host.later(() => out.emit('finish')); return out; };
    out.destroy = () => out;
    return out;
  };
  fs.watch = fs.watchFile = () => Object.assign(new host.EventEmitter(), { close() {} });
  fs.unwatchFile = () => {};
  host.builtin.set('fs', fs);
  host.builtin.set('fs/promises', promises);
})

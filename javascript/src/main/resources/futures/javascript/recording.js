// In place of the configuration: notes which keys a script asks for while it is made. What it answers is the configuration's.
(function (host) {
  'use strict';
  const reads = [];
  let recording = false;
  let whole = false;
  const inherited = Object.prototype;
  const { get, has, ownKeys, getOwnPropertyDescriptor } = Reflect;
  const push = Function.prototype.call.bind(Array.prototype.push);
  const includes = Function.prototype.call.bind(Array.prototype.includes);

  function note(path, key) {
    if (!recording || typeof key !== 'string' || key in inherited || key === 'then' || key === 'toJSON') return;
    if (!includes(reads, path + key)) push(reads, path + key);
  }
  function recorded(target, path) {
    const groups = new Map();
    return new Proxy(target, {
      get(from, key, receiver) {
        const value = get(from, key, receiver);
        const group = typeof value === 'object' && value !== null && !Array.isArray(value) && typeof key === 'string';
        if (!group) {
          note(path, key);
          return value;
        }
        if (!groups.has(key)) groups.set(key, recorded(value, path === '' && key === 'parameters' ? '' : path + key + '.'));
        return groups.get(key);
      },
      has(from, key) { note(path, key); return has(from, key); },
      getOwnPropertyDescriptor(from, key) { note(path, key); return getOwnPropertyDescriptor(from, key); },
      ownKeys(from) {
        const keys = ownKeys(from);
        if (recording) whole = true;
        return keys;
      }
    });
  }
  host.config = recorded(host.config, '');
  host.record = on => { recording = on; };
  host.recorded = () => ({ reads, whole });
})

// Whether a script may leave a promise at work that nobody awaits: told from its text, and yes wherever the text leaves it open. What
// is reached by a name made at run time, and called later under another one, is not seen.
(function (acorn, texts) {
  'use strict';
  // Names of asynchronous functions: as variables, and as members of objects.
  const variables = new Set();
  const members = new Set(['processMarketData']); // it may hand on a promise without being asynchronous
  const definitions = new Set();
  const parents = new Map();
  const nodes = [];

  const plain = node => node.type === 'Identifier' || node.type === 'PrivateIdentifier';
  function walk(node, parent) {
    parents.set(node, parent);
    nodes.push(node);
    if (node.type === 'MethodDefinition' && plain(node.key) && node.key.name === 'processMarketData') definitions.add(node.key);
    for (const key of Object.keys(node)) {
      const value = node[key];
      for (const child of Array.isArray(value) ? value : [value]) {
        if (child && typeof child.type === 'string') walk(child, node);
      }
    }
  }
  const name = node => node.type === 'PrivateIdentifier' ? '#' + node.name : node.name;
  const isFunction = node => /Function/.test(node.type);
  // Of what `object.name` or `object.#name` names; undefined of another expression.
  const member = node => node.type === 'MemberExpression' && !node.computed && plain(node.property) ? node.property : undefined;

  function define(set, node) {
    set.add(name(node));
    definitions.add(node);
  }
  // An asynchronous function has to have a name by which all its calls can be found.
  function named(node) {
    const parent = parents.get(node);
    if (node.generator) return false;
    if (node.id) define(variables, node.id);
    switch (parent.type) {
      case 'MethodDefinition': case 'Property': case 'PropertyDefinition':
        if (parent.value !== node || parent.computed || !plain(parent.key)) return false;
        define(members, parent.key);
        return true;
      case 'VariableDeclarator':
        if (parent.id.type !== 'Identifier') return false;
        define(variables, parent.id);
        return true;
      case 'AssignmentExpression': {
        const to = member(parent.left);
        if (parent.left.type === 'Identifier') define(variables, parent.left);
        else if (to) define(members, to);
        return to !== undefined || parent.left.type === 'Identifier';
      }
      case 'CallExpression':
        return parent.callee === node && attended(parent);
      default:
        return node.type === 'FunctionDeclaration' && node.id !== null;
    }
  }
  function around(node) {
    let at = parents.get(node);
    while (at && !isFunction(at)) at = parents.get(at);
    return at;
  }
  // Whoever calls the function that gives the promise away awaits it: its callers are looked at, or it is the host.
  function givenAway(node) {
    const by = around(node);
    if (!by) return false;
    const holder = parents.get(by);
    return by.async || (holder.type === 'MethodDefinition' && plain(holder.key) && holder.key.name === 'processMarketData');
  }
  const together = node => {
    const to = member(node.callee);
    return to && node.callee.object.type === 'Identifier' && node.callee.object.name === 'Promise' && /^all(Settled)?$/.test(to.name);
  };
  // Whether the promise that an expression gives is awaited.
  function attended(node) {
    const parent = parents.get(node);
    switch (parent.type) {
      case 'AwaitExpression': return true;
      case 'ChainExpression': return attended(parent);
      case 'ReturnStatement': return givenAway(parent);
      case 'ArrowFunctionExpression': return parent.body === node && parent.async;
      case 'ConditionalExpression': return parent.test !== node && attended(parent);
      case 'LogicalExpression': return parent.right === node && attended(parent);
      case 'ArrayExpression': return parents.get(parent).type === 'CallExpression' && together(parents.get(parent)) && attended(parents.get(parent));
      default: return false;
    }
  }
  const called = node => parents.get(node).type === 'CallExpression' && parents.get(node).callee === node;
  // What gives promises by itself, or runs what cannot be seen here.
  const FORBIDDEN = new Set(['eval', 'Function', 'queueMicrotask', 'nextTick', 'fromAsync', 'then', 'finally', 'AsyncFunction']);

  function certain(node) {
    switch (node.type) {
      case 'ImportExpression': case 'WithStatement': return false;
      case 'ForOfStatement': return !node.await;
      case 'CallExpression': return !(node.callee.type === 'MemberExpression' && node.callee.computed
        && !(node.callee.property.type === 'Literal' && typeof node.callee.property.value === 'number'));
      case 'Literal': return !(typeof node.value === 'string' && (members.has(node.value) || FORBIDDEN.has(node.value)));
      case 'Identifier': case 'PrivateIdentifier': break;
      default: return true;
    }
    const parent = parents.get(node);
    const isMember = member(parent) === node;
    if (FORBIDDEN.has(node.name)) return false;
    if (node.name === 'catch') return !(isMember && called(parent));
    if (node.name === 'Promise' && !isMember) {
      const of = member(parent);
      return of !== undefined && called(parent) && (of.name === 'resolve' || (together(parents.get(parent)) && attended(parents.get(parent))));
    }
    if (definitions.has(node)) return true;
    // { name } hands a function on under its own name.
    if (parent.type === 'Property' && parent.shorthand) return true;
    const isKey = (parent.type === 'Property' || parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition')
      && parent.key === node && !parent.computed;
    if (isMember || isKey ? members.has(name(node)) : variables.has(name(node))) {
      const use = isMember ? parent : node;
      return !isKey && called(use) && attended(parents.get(use));
    }
    return true;
  }

  for (const text of texts) {
    let tree;
    try {
      tree = acorn.parse(text, { ecmaVersion: 'latest', sourceType: 'script', allowReturnOutsideFunction: true, allowHashBang: true });
    } catch (e) {
      return true;
    }
    walk(tree, null);
  }
  for (const node of nodes) {
    if (isFunction(node) && node.async && !named(node)) return true;
  }
  // What is handed on under its own name is called as a variable here and as a member there.
  for (const node of nodes) {
    if (node.type === 'Property' && node.shorthand && node.key.type === 'Identifier') {
      const { name } = node.key;
      if (variables.has(name) || members.has(name)) {
        variables.add(name);
        members.add(name);
      }
    }
  }
  return !nodes.every(certain);
})

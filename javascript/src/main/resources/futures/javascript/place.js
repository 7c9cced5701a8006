// Of a profile, the line where the script was seen most often of late, and how it came there.
(function (notice) {
  'use strict';
  const OWN = '/bot/';
  const LATE = 50;
  const CALLERS = 3;
  const { nodes, samples } = JSON.parse(notice).params.profile;
  const byId = new Map(nodes.map(node => [node.id, node]));
  const parents = new Map();
  for (const node of nodes) for (const child of node.children || []) parents.set(child, node);

  // A built-in function, or one of the host, is at the line of the script that called it.
  const own = node => {
    while (node && !node.callFrame.url.startsWith(OWN)) node = parents.get(node.id);
    return node;
  };
  const counts = new Map();
  for (let i = samples.length - 1, taken = 0; i >= 0 && taken < LATE; i--) {
    const node = own(byId.get(samples[i]));
    if (node === undefined) continue; // idle, or collecting garbage
    taken++;
    counts.set(node, (counts.get(node) || 0) + 1);
  }
  let most;
  for (const [node, count] of counts) if (most === undefined || count > counts.get(most)) most = node;
  if (most === undefined) return '';

  const file = node => node.callFrame.url.slice(OWN.length);
  const first = node => node.callFrame.lineNumber + 1;
  const ticks = new Map();
  for (const { line, ticks: seen } of most.positionTicks || []) ticks.set(line, (ticks.get(line) || 0) + seen);
  let line = first(most);
  for (const [at, seen] of ticks) if (seen > (ticks.get(line) || 0)) line = at;

  let way = most.callFrame.functionName && ' in ' + most.callFrame.functionName;
  let caller = own(parents.get(most.id));
  for (let i = 0; i < CALLERS && caller && caller.callFrame.functionName; i++, caller = own(parents.get(caller.id))) {
    way += `, called by ${caller.callFrame.functionName} (${file(caller)}:${first(caller)})`;
  }
  return file(most) + ':' + line + way;
})

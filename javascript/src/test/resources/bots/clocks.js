// Everything that local time is asked with, across the change of the clocks.
class Clocks {
  processMarketData(price, volume, timestamp) {
    const now = new Date();
    const minute = now.getMinutes();
    if (minute % 15 !== 0) return { ready: true, signal: null };
    const open = new Date(now);
    open.setHours(8, 30, 0, 0);
    const later = new Date(now.getFullYear(), now.getMonth(), now.getDate(), 2, 30);
    const moved = new Date(now);
    moved.setDate(moved.getDate() + 1);
    return { ready: true, signal: { direction: 'LONG', entryPrice: price, now: Date.now(), same: timestamp.getTime() === Date.now(),
      date: timestamp instanceof Date, type: Object.prototype.toString.call(timestamp), local: [now.getFullYear(), now.getMonth(), now.getDate(), now.getDay(), now.getHours(), minute,
        now.getSeconds(), now.getTimezoneOffset()], open: open.getTime(), later: later.toISOString(), moved: moved.getTime(),
      text: now.toString(), day: now.toDateString(), time: now.toTimeString(), json: JSON.stringify(now), plain: `${now}`, called: Date(),
      parsed: [Date.parse('2024-03-10T02:30:00'), Date.parse('2024-03-10'), Date.parse('2024-11-03T01:30:00-05:00'), new Date('2024-11-03 01:30').getTime(),
        Date.parse('Nov 3, 2024 01:30'), Date.parse('nonsense'), new Date(2024, 10, 3, 1, 30).getTime(), new Date(99, 0).getTime()],
      shown: [now.toLocaleTimeString(), now.toLocaleDateString(), now.toLocaleString(), now.toLocaleTimeString('en-US', { timeZone: 'America/New_York' }),
        now.toLocaleTimeString('en-US', { timeZone: 'America/New_York', hour12: false }),
        now.toLocaleTimeString('en-US', { hour12: false, hour: '2-digit', minute: '2-digit' }),
        now.toLocaleTimeString('en-US', { timeZone: 'Europe/London', hour: 'numeric', minute: '2-digit' }),
        now.toLocaleDateString('en-US', { weekday: 'short', month: 'short', day: 'numeric', year: 'numeric' }),
        now.toLocaleDateString('en-US', { weekday: 'long' }), now.toLocaleDateString('en-US', { year: 'numeric', month: '2-digit', day: '2-digit' }),
        now.toLocaleDateString('en-CA', { timeZone: 'America/Chicago' }), now.toLocaleString('en-US', { timeZone: 'America/Chicago' }),
        now.toLocaleString('en-US', { timeZone: 'Asia/Tokyo', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }),
        now.toLocaleTimeString('en-US', { timeZone: 'America/New_York', timeZoneName: 'short' }), now.toLocaleTimeString('en-GB'),
        now.toLocaleDateString('en-US', { month: 'long', day: 'numeric', year: 'numeric' })],
      parts: new Intl.DateTimeFormat('en-US', { timeZone: 'America/New_York', hour: 'numeric', minute: 'numeric', hour12: false, weekday: 'short' })
        .formatToParts(now).map(part => part.type + '=' + part.value).join('|') } };
  }
}
module.exports = Clocks;

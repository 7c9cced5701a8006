// Rows that came column by column: {rows, columns: {name: [values] or {values, index}}}; see format=columns of the backtest service.

/** The rows as objects, all of one shape, so that the browser keeps them small and finds their fields quickly. */
export function rowsOf({ rows, columns }) {
  const names = Object.keys(columns);
  const found = names.map((name) => (Array.isArray(columns[name]) ? columns[name] : columns[name].index.map((i) => (i === null ? null : columns[name].values[i]))));
  const made = new Array(rows);
  for (let i = 0; i < rows; i++) {
    const row = {};
    for (let k = 0; k < names.length; k++) row[names[k]] = found[k][i];
    made[i] = row;
  }
  return made;
}

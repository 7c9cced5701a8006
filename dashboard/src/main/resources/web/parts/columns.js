// Rows that came column by column: {rows, columns: {name: [values], {values, index} or {epoch_ms}}}; see format=columns of the backtest service.

/**
 * The rows as objects whose fields are read from the columns when they are asked for: a copy of every field would cost more time and
 * memory than the columns themselves. Times are milliseconds since 1970.
 */
export function rowsOf({ rows, columns }) {
  class Row {
    constructor(i) { this.place = i; }
  }
  for (const [name, column] of Object.entries(columns)) {
    const plain = Array.isArray(column) ? column : column.epoch_ms;
    const get = plain ? function () { return plain[this.place]; } : function () { return column.values[column.index[this.place]] ?? null; };
    Object.defineProperty(Row.prototype, name, { get });
  }
  return Array.from({ length: rows }, (_, i) => new Row(i));
}

type Data = Record<string, unknown>;

/**
 * JSON of plain data, whatever the page has done to `toJSON`: with the one that
 * Prototype.js before 1.7 gives to arrays and strings, every list would be
 * text. Only a date is asked for its own.
 */
export function toJson(data: object): string {
  return JSON.stringify(data, function (this: Data, key, value) {
    const own = this[key];
    return own instanceof Date ? value : own;
  });
}

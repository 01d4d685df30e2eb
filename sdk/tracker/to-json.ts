type Data = Record<string, unknown>;

/**
 * JSON of plain data, whatever the page has done to `toJSON`: with the one that
 * Prototype.js before 1.7 gives to arrays and strings, every list would be
 * text.
 */
export function toJson(data: object): string {
  return JSON.stringify(data, function (this: Data, key) {
    return this[key];
  });
}

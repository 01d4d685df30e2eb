/** So many of a list at a time. */
const itemsAtOnce = 500;

/**
 * An object as JSON, in pieces that are each made quickly however long its lists are; together they are what
 * `JSON.stringify(value, null, indent)` makes of it.
 */
export function* jsonPieces(
  value: Record<string, unknown>,
  indent = 0,
): Generator<string> {
  const line = (depth: number) =>
    indent ? `\n${" ".repeat(indent * depth)}` : "";
  const text = (part: unknown, depth: number) =>
    JSON.stringify(part, null, indent).replaceAll("\n", line(depth) || "\n");
  const fields = Object.entries(value).filter(([, of]) => of !== undefined);
  if (!fields.length) {
    yield "{}";
    return;
  }
  let before = "{";
  for (const [name, of] of fields) {
    const start = `${before}${line(1)}${JSON.stringify(name)}:${indent ? " " : ""}`;
    before = ",";
    if (!Array.isArray(of) || of.length <= itemsAtOnce) {
      yield start + text(of, 1);
      continue;
    }
    yield `${start}[`;
    for (let from = 0; from < of.length; from += itemsAtOnce) {
      const items = of.slice(from, from + itemsAtOnce);
      const told = items.map((item) => line(2) + text(item ?? null, 2));
      yield (from ? "," : "") + told.join(",");
    }
    yield `${line(1)}]`;
  }
  yield `${line(0)}}`;
}

/** A statement that only adds rows, and whose answer nobody needs. */
export interface Told {
  text: string;
  values: unknown[];
}

/** More parameters than the order with the most rows needs, and far fewer than PostgreSQL takes. */
const maxValues = 1_000;
const texts = new Map<string, string>();
const maxTexts = 300;

/**
 * Several of them as one, in which each is a part of a `with`: a statement costs more on its way than in the table.
 * None of them sees what the others add; what refers to another's row is checked when all have ended.
 */
export function asOneStatement(told: Told[]): Told {
  const [only] = told;
  if (only && told.length === 1) return only;
  const key = told.map(({ text }) => text).join(";");
  let text = texts.get(key);
  if (text === undefined) {
    text = joined(told);
    if (texts.size >= maxTexts) texts.clear();
    texts.set(key, text);
  }
  return { text, values: told.flatMap(({ values }) => values) };
}

function joined(told: Told[]): string {
  let before = 0;
  const parts = told.map(({ text, values }) => {
    const offset = before;
    before += values.length;
    return text.replace(/\$(\d+)/g, (_, n) => `$${Number(n) + offset}`);
  });
  const last = parts.pop();
  return `with ${parts.map((part, n) => `part_${n} as (${part})`).join(", ")} ${last}`;
}

/** Whether one more still fits in. */
export function fitsIn(told: Told[], { values }: Told): boolean {
  const sum = told.reduce((before, one) => before + one.values.length, 0);
  return sum + values.length <= maxValues;
}

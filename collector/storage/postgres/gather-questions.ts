import type pg from "pg";

/** Questions that works ask in one turn of the event loop, before any of them can be answered. */
export interface GatheredQuestions {
  readonly isEmpty: boolean;
  add(text: string, values: unknown[]): Promise<Answer>;
  /** Asks all of them; those that differ in their values alone are asked as one. */
  ask(
    query: (text: string, values: unknown[]) => Promise<pg.QueryResult>,
  ): void;
}

export interface Answer {
  rows: unknown[];
  rowCount: number | null;
}

interface Asked {
  values: unknown[];
  hear: { resolve(answer: Answer): void; reject(error: unknown): void }[];
}

/** Keeps questions by their text, and those by their values: whoever asks the very same shares one answer. */
export function gatherQuestions(): GatheredQuestions {
  let gathered = new Map<string, Map<string, Asked>>();
  return {
    get isEmpty() {
      return !gathered.size;
    },
    add(text, values) {
      const alike = gathered.get(text) ?? new Map<string, Asked>();
      gathered.set(text, alike);
      const key = JSON.stringify(values);
      const asked = alike.get(key) ?? { values, hear: [] };
      alike.set(key, asked);
      return new Promise((resolve, reject) => {
        asked.hear.push({ resolve, reject });
      });
    },
    ask(query) {
      const all = gathered;
      gathered = new Map();
      for (const [text, alike] of all) {
        const asked = [...alike.values()];
        answersOf(query, text, asked).then(
          (answers) => {
            asked.forEach(({ hear }, index) => {
              for (const { resolve } of hear) resolve(answers[index] as Answer);
            });
          },
          (error) => {
            for (const { hear } of asked)
              for (const { reject } of hear) reject(error);
          },
        );
      }
    },
  };
}

async function answersOf(
  query: (text: string, values: unknown[]) => Promise<pg.QueryResult>,
  text: string,
  asked: Asked[],
): Promise<Answer[]> {
  const [only] = asked;
  if (only && asked.length === 1) return [await query(text, only.values)];
  const columns = (only?.values ?? []).map((_, n) =>
    asked.map(({ values }) => values[n]),
  );
  const { rows } = await query(asOneQuestion(text, columns), columns);
  const answers = asked.map((): Answer => ({ rows: [], rowCount: 0 }));
  for (const { asked_nr, ...row } of rows) {
    const answer = answers[asked_nr - 1] as Answer;
    answer.rows.push(row);
    answer.rowCount = answer.rows.length;
  }
  return answers;
}

const texts = new Map<string, string>();
const maxTexts = 300;

/**
 * One text for a question with several sets of values: it answers the rows of each, in their order, with the number of the
 * set. `offset 0` keeps the planner from joining the sets with the question's tables: it might read a whole table for all
 * of them, and would go on doing so when the table has grown.
 */
function asOneQuestion(text: string, columns: unknown[][]): string {
  const types = columns.map(typeOf);
  const key = `${types.join()};${text}`;
  let joined = texts.get(key);
  if (joined === undefined) {
    const values = types.map((type, n) => `$${n + 1}::${type}[]`).join(", ");
    const names = types.map((_, n) => `v${n + 1}`).join(", ");
    joined = `select answer.*, asked.nr as asked_nr from unnest(${values}) with ordinality as asked (${names}, nr), lateral (${text.replace(/\$(\d+)/g, "asked.v$1")} offset 0) as answer`;
    if (texts.size >= maxTexts) texts.clear();
    texts.set(key, joined);
  }
  return joined;
}

function typeOf(values: unknown[]): "text" | "bigint" {
  return values.some((value) => typeof value === "number") ? "bigint" : "text";
}

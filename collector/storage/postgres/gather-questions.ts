import type pg from "pg";

/** What is asked before anything is waited for. */
export interface GatheredQuestions {
  readonly isEmpty: boolean;
  add(text: string, values: unknown[]): Promise<Answer>;
  /** Asks all of it: what is asked alike as one question, with the values of all who ask. */
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

/** Questions by their text, and those by their values: who asks for the very same gets the same answer. */
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
 * Answers each in its own order, every row with the number of whom it is for. `offset 0` keeps them apart: else the planner
 * might read a whole table for all of them, and would go on doing so when the table has grown.
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

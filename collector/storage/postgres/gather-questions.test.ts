import { expect, test } from "vitest";
import { gatherQuestions } from "./gather-questions.ts";

/** Answers with rows, and keeps what it was asked. */
function server(rows: object[]) {
  const asked: { text: string; values: unknown[] }[] = [];
  const query = async (text: string, values: unknown[]) => {
    asked.push({ text, values });
    return { rows, rowCount: rows.length } as never;
  };
  return { asked, query };
}

test("the very same question is asked once, as it is", async () => {
  const { asked, query } = server([{ id: "x" }]);
  const questions = gatherQuestions();
  const answers = [1, 2].map(() =>
    questions.add("select id from a where id = $1", ["x"]),
  );
  questions.ask(query);
  for (const { rows } of await Promise.all(answers))
    expect(rows).toEqual([{ id: "x" }]);
  expect(asked).toEqual([
    { text: "select id from a where id = $1", values: ["x"] },
  ]);
  expect(questions.isEmpty).toBe(true);
});

test("questions that are alike are one, and each hears its own rows in their order", async () => {
  const { asked, query } = server([
    { n: 3, asked_nr: 1 },
    { n: 2, asked_nr: 3 },
    { n: 1, asked_nr: 3 },
  ]);
  const questions = gatherQuestions();
  const text = "select n from a where b = $1 and c > $2 order by n desc";
  const answers = ["x", "y", "z"].map((b, n) => questions.add(text, [b, n]));
  questions.ask(query);
  expect(await Promise.all(answers)).toEqual([
    { rows: [{ n: 3 }], rowCount: 1 },
    { rows: [], rowCount: 0 },
    { rows: [{ n: 2 }, { n: 1 }], rowCount: 2 },
  ]);
  expect(asked).toEqual([
    {
      text: "select answer.*, asked.nr as asked_nr from unnest($1::text[], $2::bigint[]) with ordinality as asked (v1, v2, nr), lateral (select n from a where b = asked.v1 and c > asked.v2 order by n desc offset 0) as answer",
      values: [
        ["x", "y", "z"],
        [0, 1, 2],
      ],
    },
  ]);
});

test("whoever asked hears that it went wrong", async () => {
  const questions = gatherQuestions();
  const answers = ["x", "y"].map((id) => questions.add("select $1", [id]));
  questions.ask(() => Promise.reject(new Error("lost")));
  for (const answer of answers) await expect(answer).rejects.toThrow("lost");
});

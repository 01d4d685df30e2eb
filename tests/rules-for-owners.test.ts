import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { offerOf } from "../collector/domain/offer-of.ts";
import { premiumLimit } from "../collector/domain/premium-limit.ts";
import {
  defaultProgram,
  type Program,
  type Step,
} from "../collector/domain/program.ts";
import { programWarnings } from "../collector/domain/program-warnings.ts";
import { rewardsFor } from "../collector/domain/rewards-for.ts";
import { roiPercent } from "../collector/domain/roi-percent.ts";
import { simulate } from "../collector/domain/simulate.ts";
import { checkProgram } from "../collector/http/check-program.ts";

/** A table of the document, with the step (in JSON, above it) that it is about. */
interface Example {
  heading: string;
  step: Step;
  rows: Record<string, string>[];
}

const english = readFileSync("docs/rules-for-owners.md", "utf8");
const japanese = readFileSync("docs/rules-for-owners-ja.md", "utf8");
const examples = examplesIn(english);
const rows = examples.flatMap(({ heading, step, rows: found }) =>
  found.map((row, index) => ({
    name: `${heading}, row ${index + 1}`,
    row,
    program: programOf(step, row),
  })),
);

test("the document has an example for each kind of shop", () => {
  expect(examples.length).toBeGreaterThanOrEqual(5);
  const margins = rows.map(({ row }) => row.Margin);
  expect(margins).toEqual(
    expect.arrayContaining(["25 %", "35 %", "40 %", "60 %"]),
  );
});

test("the Japanese document has the same examples, to the figure", () => {
  const told = examplesIn(withEnglishFigures(japanese));
  expect(told.map(({ step, rows }) => ({ step, rows }))).toEqual(
    examples.map(({ step, rows }) => ({ step, rows })),
  );
});

test("the Japanese document has every chapter, step and row of the English", () => {
  const shape = (text: string) =>
    text.match(/^(?:#+|\d+\.|\||```json)(?=[ \n])/gm) ?? [];
  expect(shape(japanese)).toEqual(shape(english));
});

test.each(rows)(
  "$name: every figure is what the rules pay",
  ({ row, program }) => {
    expect(checkProgram(program).errors).toBeNull();
    expect(row).toEqual(figuresOf(program, row));
  },
);

test.each(rows)(
  "$name: the rules have no fault that is not told",
  ({ program }) => {
    const codes = programWarnings(program).map(({ code }) => code);
    // Whether a lead's gift is a premium is told in the text, and said at the form.
    expect(codes.filter((code) => code !== "legal_limit")).toEqual([]);
  },
);

test("the simulator says the same of every row in which both get the same rate", () => {
  for (const { row, program } of rows) {
    const step = saleOf(program);
    const { referrer, friend } = step;
    if (JSON.stringify(referrer) !== JSON.stringify(friend)) continue;
    if (!referrer || referrer.kind === "perk" || !referrer.rateBps) continue;
    const { rows: simulated } = simulate({
      pricesMinor: [yen(row.Price)],
      ratesBps: [referrer.rateBps],
      marginBps: program.margins.default,
      base: step.base ?? "gross_profit",
      cap: step.cap,
      months: step.months,
      guardrail: program.guardrail,
    });
    expect(simulated[0]).toMatchObject({
      grossMinor: yen(row["Gross profit"]),
      perPersonMinor: yen(row.Referrer),
      guardrailOk: true,
    });
    expect(percent(simulated[0]?.roiPercent ?? 0)).toBe(row.Return);
  }
});

test("what the text says of Japan's limit is the limit", () => {
  expect(premiumLimit(999)).toBe(200);
  expect(premiumLimit(1_500)).toBe(300);
  expect(premiumLimit(1_000)).toBe(200);
});

test("what the text says of the cap is where it binds", () => {
  const paid = (grossProfitMinor: number, cap?: Step["cap"]) => {
    const program = defaultProgram("https://shop.example/");
    const { rewards } = rewardsFor({
      program: {
        ...program,
        steps: program.steps.map((step) => ({ ...step, cap: cap ?? step.cap })),
      },
      on: "sale",
      sale: {
        amountMinor: 3_000_000,
        grossProfitMinor,
        marginClass: null,
        refundedMinor: 0,
      },
      at: 0,
    });
    return rewards[0];
  };
  expect(paid(666_699)?.cappedBy).toEqual([]);
  expect(paid(666_700)?.cappedBy).toEqual(["cap_fixed"]);
  expect(paid(1_200_000, {})?.amountMinor).toBe(36_000);
});

/** What stands in the columns of a row, worked out anew. */
function figuresOf(program: Program, row: Record<string, string>) {
  const amountMinor = yen(row.Price);
  const { rewards, grossMinor } = rewardsFor({
    program,
    on: "sale",
    sale: {
      amountMinor,
      grossProfitMinor: null,
      marginClass: null,
      refundedMinor: 0,
    },
    at: 0,
  });
  const paid = (to: "referrer" | "friend") =>
    rewards.find((reward) => reward.to === to)?.amountMinor ?? 0;
  const costMinor = paid("referrer") + paid("friend");
  const cut = [...new Set(rewards.flatMap(({ cappedBy }) => cappedBy))];
  const sale = offerOf(program).steps.find(({ on }) => on === "sale");
  const figures: Record<string, string> = {
    Margin: percent(program.margins.default / 100),
    Price: money(amountMinor),
    Rate: row.Rate ?? "",
    "Gross profit": money(grossMinor),
    Referrer: money(paid("referrer")),
    Friend: money(paid("friend")),
    "Read by customers": percent(
      ((sale?.referrer ?? sale?.friend)?.ofPriceBps ?? 0) / 100,
    ),
    Return: percent(roiPercent(grossMinor, costMinor)),
    "Cut by": cut.join(", ") || "–",
  };
  return Object.fromEntries(
    Object.keys(row).map((column) => [column, figures[column] ?? "?"]),
  );
}

/** The first programme with the example's step for a sale, and the row's margin and rate. */
function programOf(step: Step, row: Record<string, string>): Program {
  const program = defaultProgram("https://shop.example/");
  const withRate = (to: "referrer" | "friend") => {
    const amount = step[to];
    if (!amount || amount.kind === "perk" || row.Rate === undefined)
      return amount;
    return { kind: amount.kind, rateBps: bps(row.Rate) };
  };
  return {
    ...program,
    margins: { default: bps(row.Margin) },
    steps: program.steps.map((known) =>
      known.on === "sale"
        ? {
            ...step,
            referrer: withRate("referrer"),
            friend: withRate("friend"),
          }
        : known,
    ),
  };
}

function saleOf(program: Program): Step {
  const step = program.steps.find(({ on }) => on === "sale");
  if (!step) throw new Error("Expected a step for a sale.");
  return step;
}

function examplesIn(text: string): Example[] {
  return text
    .split(/^##(?!#)/m)
    .flatMap((chapter) => chapter.split(/^### /m).slice(1))
    .flatMap((section) => {
      const json = /```json\n(.*?)```/s.exec(section)?.[1];
      const table = [...section.matchAll(/^\|(.+)\|$/gm)].map(([, line = ""]) =>
        line.split("|").map((cell) => cell.trim()),
      );
      const [head, , ...body] = table;
      if (!json || !head?.includes("Gross profit")) return [];
      return [
        {
          heading: section.split("\n")[0] ?? "",
          step: JSON.parse(json) as Step,
          rows: body.map((cells) =>
            Object.fromEntries(
              head.map((column, index) => [column, cells[index] ?? ""]),
            ),
          ),
        },
      ];
    });
}

const headings: Record<string, string> = {
  粗利率: "Margin",
  率: "Rate",
  価格: "Price",
  粗利: "Gross profit",
  紹介した人: "Referrer",
  紹介された人: "Friend",
  お客さまへの表示: "Read by customers",
  投資対効果: "Return",
  減らしたもの: "Cut by",
};

/** Its tables with the words and figures of the English document. */
function withEnglishFigures(text: string): string {
  return text
    .replace(/([\d,]+)円/g, "¥$1")
    .replace(/(\d)%/g, "$1 %")
    .replace(/^\| 粗利率 \|.*$/gm, (head) =>
      head.replace(/[^| ]+/g, (name) => headings[name] ?? name),
    );
}

function money(minor: number): string {
  return `¥${minor.toLocaleString("en")}`;
}

function yen(text = ""): number {
  return Number(text.replace(/[^\d]/g, ""));
}

function percent(value: number): string {
  return `${value.toLocaleString("en", { maximumFractionDigits: 2 })} %`;
}

function bps(text = ""): number {
  return Math.round(Number(text.replace(/[^\d.]/g, "")) * 100);
}

/** @jsxImportSource hono/jsx */
import type { Program } from "../../domain/program.ts";
import { programWarnings } from "../../domain/program-warnings.ts";
import { rewardsFor } from "../../domain/rewards-for.ts";
import { named } from "../named.ts";
import { Notices } from "../rules/notices.tsx";
import { boundsInWords, stepInWords } from "../rules-in-words.ts";
import { Scroll } from "./scroll.tsx";
import type { View } from "./view.ts";

/** One programme's rules, told in words, with what they pay at some prices. */
export function ProgramInWords(props: {
  view: View;
  program: Program;
  now: number;
}) {
  const { view, program, now } = props;
  const w = view.words.program;
  return (
    <>
      <Warnings view={view} program={program} />
      {program.steps.map((step) => (
        <>
          <h3>{stepTitle(view, step.on)}</h3>
          <Lines lines={stepInWords(view, program, step)} />
          {step.on === "sale" ? (
            <Examples view={view} program={program} now={now} />
          ) : null}
        </>
      ))}
      <h3>{w.whole}</h3>
      <Lines lines={boundsInWords(view, program)} />
    </>
  );
}

function stepTitle({ words }: View, step: string): string {
  const title = named(words.program.steps, step);
  return title === step ? words.program.step(step) : title;
}

function Lines({ lines }: { lines: [string, string][] }) {
  return (
    <dl>
      {lines.map(([label, text]) => (
        <>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </>
      ))}
    </dl>
  );
}

function Warnings({ view, program }: { view: View; program: Program }) {
  const warnings = programWarnings(program);
  if (warnings.length === 0) return null;
  return (
    <details class="news">
      <summary>
        {view.words.program.warnings} ({warnings.length})
      </summary>
      <Notices
        view={view}
        currency={program.currency}
        notices={warnings}
        words={view.words.rules.warningCodes}
      />
    </details>
  );
}

/** Round prices in the major unit: what the rules pay for them, by the rules' own arithmetic. */
function Examples(props: { view: View; program: Program; now: number }) {
  const { view, program, now } = props;
  const { formats, words } = view;
  const w = words.program;
  const amountsMinor = [3_000, 10_000, 100_000, 1_000_000];
  return (
    <Scroll label={w.examples}>
      <table class="figures examples">
        <caption>
          {w.examples}. {w.examplesHint(formats.bps(program.margins.default))}
        </caption>
        <thead>
          <tr>
            <th scope="col">{w.price}</th>
            <th scope="col">{w.toReferrer}</th>
            <th scope="col">{w.toFriend}</th>
          </tr>
        </thead>
        <tbody>
          {amountsMinor.map((amountMinor) => {
            const { rewards } = rewardsFor({
              program,
              on: "sale",
              at: now,
              sale: {
                amountMinor,
                grossProfitMinor: null,
                marginClass: null,
                refundedMinor: 0,
              },
            });
            const paid = (to: "referrer" | "friend") =>
              formats.money(
                rewards.find((reward) => reward.to === to)?.amountMinor ?? 0,
                program.currency,
              );
            return (
              <tr>
                <th scope="row">
                  {formats.money(amountMinor, program.currency)}
                </th>
                <td>{paid("referrer")}</td>
                <td>{paid("friend")}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}

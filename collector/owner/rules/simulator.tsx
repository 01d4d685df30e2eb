/** @jsxImportSource hono/jsx */
import type { Program } from "../../domain/program.ts";
import type { SimulationRow } from "../../domain/simulate.ts";
import { Scroll } from "../pages/scroll.tsx";
import type { View } from "../pages/view.ts";
import { DoButton, type FormView, TextField } from "./controls.tsx";
import { Notices } from "./notices.tsx";
import type { FormSimulation } from "./simulation-of.ts";
import { unboundedFriends } from "./unbounded-friends.ts";

/** What the form's present values come to, at some prices and rates. */
export function Simulator(props: {
  form: FormView;
  action: string;
  /** The form's rules, where they can be read. */
  program: Program | null;
  simulation: FormSimulation | null;
}) {
  const { form, action, program, simulation } = props;
  const w = form.view.words.rules.simulator;
  return (
    <section id="simulator" class="panel" aria-labelledby="simulator-title">
      <h2 id="simulator-title">{w.title}</h2>
      <p class="hint">{w.intro}</p>
      {program && simulation ? (
        <Table view={form.view} program={program} simulation={simulation} />
      ) : (
        <p class="hint">{w.unread}</p>
      )}
      {program ? <Unbounded view={form.view} program={program} /> : null}
      <div class="fields">
        <TextField form={form} name="sim.prices" label={w.prices} isWide />
        <TextField form={form} name="sim.rates" label={w.rates} isWide />
        <TextField form={form} name="sim.leads" label={w.leads} isFigure />
      </div>
      <p class="hint">{w.listHint}</p>
      <DoButton value="simulate" action={action} to="simulator">
        {w.run}
      </DoButton>
    </section>
  );
}

/** Friends are new people each time, so no limit per member holds for them. */
function Unbounded({ view, program }: { view: View; program: Program }) {
  const costMinor = unboundedFriends(program, someFriends);
  if (costMinor === 0) return null;
  const { formats, words } = view;
  return (
    <p class="hint">
      {words.rules.simulator.unbounded(
        formats.count(someFriends),
        formats.money(costMinor, program.currency),
      )}
    </p>
  );
}

const someFriends = 1_000;

function Table(props: {
  view: View;
  program: Program;
  simulation: FormSimulation;
}) {
  const { view, program, simulation } = props;
  const { words, formats } = view;
  const { input, result, presentBps, differs, leavesOutLeads } = simulation;
  const w = words.rules.simulator;
  const base = words.program.bases[input.base];
  const { length } = input.ratesBps;
  return (
    <>
      <Scroll label={`${w.title}: ${w.rates}`}>
        <table class="matrix">
          <caption>{w.caption(formats.bps(input.marginBps), base)}</caption>
          <thead>
            <tr>
              <th scope="col">{w.rate}</th>
              {input.pricesMinor.map((price) => (
                <th scope="col">{formats.money(price, program.currency)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {input.ratesBps.map((rateBps, rate) => (
              <tr class={rateBps === presentBps ? "present" : undefined}>
                <th scope="row">
                  {formats.bps(rateBps)}
                  {rateBps === presentBps ? <small>{w.present}</small> : null}
                </th>
                {input.pricesMinor.map((_, price) => {
                  const row = result.rows[price * length + rate];
                  return row ? (
                    <Cell view={view} program={program} row={row} />
                  ) : null;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {differs ? <p class="hint">{w.differs}</p> : null}
      {leavesOutLeads ? <p class="hint">{w.noLeads}</p> : null}
      {result.advice.length === 0 ? null : (
        <>
          <h3>{w.advice}</h3>
          <Notices
            view={view}
            currency={program.currency}
            notices={result.advice}
            words={words.rules.adviceCodes}
          />
        </>
      )}
    </>
  );
}

function Cell(props: { view: View; program: Program; row: SimulationRow }) {
  const { view, program, row } = props;
  const { formats } = view;
  const w = view.words.rules.simulator;
  const isYen = program.currency === "JPY";
  return (
    <td>
      <strong>{formats.money(row.perPersonMinor, program.currency)}</strong>
      <small>{w.roi(formats.percent(row.roiPercent))}</small>
      {row.cappedBy.length > 0 ? <small>{w.capped}</small> : null}
      {row.guardrailOk ? null : <small class="over">{w.guardrail}</small>}
      {row.legal.ok || !isYen ? null : <small class="over">{w.law}</small>}
    </td>
  );
}

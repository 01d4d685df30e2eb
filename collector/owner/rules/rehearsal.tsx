/** @jsxImportSource hono/jsx */
import type { RehearsalAnswer } from "../../actions/read-rehearsal.ts";
import { Scroll } from "../pages/scroll.tsx";
import type { View } from "../pages/view.ts";
import { DoButton, type FormView, TextField } from "./controls.tsx";

/** Asks for a rehearsal of the form's rules, and shows what came of it. */
export function Rehearsal(props: {
  form: FormView;
  action: string;
  answer: RehearsalAnswer | null;
}) {
  const { form, action, answer } = props;
  const w = form.view.words.rules.rehearsal;
  return (
    <section id="rehearsal" class="panel" aria-labelledby="rehearsal-title">
      <h2 id="rehearsal-title">{w.title}</h2>
      <p class="hint">{w.intro}</p>
      {answer ? <Answer view={form.view} answer={answer} /> : null}
      <div class="fields">
        <TextField form={form} name="days" label={w.days} isFigure />
      </div>
      <DoButton value="rehearse" action={action} to="rehearsal">
        {w.run}
      </DoButton>
    </section>
  );
}

function Answer({ view, answer }: { view: View; answer: RehearsalAnswer }) {
  const { formats } = view;
  const w = view.words.rules.rehearsal;
  const { count } = formats;
  const { before, after, members, currency } = answer;
  const money = (minor: number) => formats.money(minor, currency);
  const signed = (minor: number) =>
    minor > 0 ? `+${money(minor)}` : money(minor);
  if (answer.conversions === 0) return <p>{w.none}</p>;
  return (
    <>
      <Scroll label={`${w.title}: ${w.figure}`}>
        <table class="figures">
          <caption>
            {w.caption(
              count(answer.conversions),
              formats.day(answer.from),
              formats.day(answer.to),
            )}
            {answer.truncated
              ? ` ${w.truncated(count(answer.conversions))}`
              : ""}
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <span class="unseen">{w.figure}</span>
              </th>
              <th scope="col">{w.before}</th>
              <th scope="col">{w.after}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{w.cost}</th>
              <td>{money(before.costMinor)}</td>
              <td>{money(after.costMinor)}</td>
            </tr>
            <tr>
              <th scope="row">{w.rewards}</th>
              <td>{count(before.rewards)}</td>
              <td>{count(after.rewards)}</td>
            </tr>
          </tbody>
        </table>
      </Scroll>
      <p>
        <strong>{w.difference(signed(answer.differenceMinor))}</strong>{" "}
        {[
          w.gain(count(answer.gaining)),
          w.lose(count(answer.losing)),
          w.same(count(answer.unchanged)),
        ].join(view.words.program.comma)}
      </p>
      {members.length === 0 ? null : (
        <Scroll label={w.members}>
          <table class="figures">
            <caption>{w.members}</caption>
            <thead>
              <tr>
                <th scope="col">{w.member}</th>
                <th scope="col">{w.before}</th>
                <th scope="col">{w.after}</th>
                <th scope="col">{w.change}</th>
              </tr>
            </thead>
            <tbody>
              {members.map((one) => (
                <tr>
                  <th scope="row">
                    <a
                      href={`/owner/members/${encodeURIComponent(one.member)}`}
                    >
                      {one.name ?? one.externalId ?? one.member}
                    </a>
                  </th>
                  <td>{money(one.beforeMinor)}</td>
                  <td>{money(one.afterMinor)}</td>
                  <td>{signed(one.differenceMinor)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <p class="hint">{w.notes}</p>
    </>
  );
}

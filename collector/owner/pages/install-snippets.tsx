/** @jsxImportSource hono/jsx */
import type { Program } from "../../domain/program.ts";
import { queuePath } from "../queue/queue-path.ts";
import { Code } from "./code.tsx";
import { sharePlace } from "./share-place.ts";
import type { View } from "./view.ts";

const saleCall = `<script>
addEventListener("load", () => {
  enishi("sale", { orderId: "1001", amountMinor: 100000, currency: "JPY" });
});
</script>`;

/** The call of a page alone: recorded, and paid for once the owner has verified the order. */
export function WithoutServer({ view }: { view: View }) {
  const w = view.words.start;
  return (
    <details>
      <summary>{w.withoutServer}</summary>
      <p>{w.onThanks}</p>
      <Code text={saleCall} />
      <p class="hint">
        {w.onThanksHint} <a href={queuePath("unverified")}>{w.toDecide}</a>
      </p>
    </details>
  );
}

export function WhatGoesWhere({ view }: { view: View }) {
  const w = view.words.start;
  return (
    <>
      <h2>{w.elements}</h2>
      <p>{w.share}</p>
      <Code text={sharePlace} />
      <p>{w.welcome}</p>
      <Code text={'<div data-enishi="welcome"></div>'} />
      <p>{w.code}</p>
      <Code text={'<div data-enishi="code"></div>'} />
    </>
  );
}

/** How those come in who are no customers: the first programme is the customers' own. */
export function Joining(props: { view: View; programs: Program[] }) {
  const { view, programs } = props;
  const w = view.words.start;
  const further = programs.slice(1);
  if (further.length === 0) return null;
  return (
    <>
      <h2 id="joining">{w.joining}</h2>
      <p class="hint">
        {w.joiningHint} {w.token}
      </p>
      {further.map(({ id, name }) => (
        <>
          <h3>{w.joiningOne(name)}</h3>
          <Code text={joiningCall(id)} />
        </>
      ))}
      <p>
        {w.joiningOr} <a href="/owner/members#add">{w.addMember}</a>
      </p>
    </>
  );
}

function joiningCall(program: string): string {
  return `<enishi-share program="${program}"></enishi-share>
<script>
addEventListener("load", () => {
  enishi("identify", { token: "SIGNED_TOKEN" });
});
</script>`;
}

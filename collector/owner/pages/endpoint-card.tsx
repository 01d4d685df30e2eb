/** @jsxImportSource hono/jsx */
import type { EndpointAnswer } from "../../actions/answer-endpoint.ts";
import { named } from "../named.ts";
import { Token } from "./token.tsx";
import type { View } from "./view.ts";

/** An address that is told what happens, and whether it listens. */
export function EndpointCard(props: { view: View; endpoint: EndpointAnswer }) {
  const { view, endpoint } = props;
  const { id, url, events, state, because, failingSince } = endpoint;
  const w = view.words.webhooks;
  const path = `/owner/webhooks/${encodeURIComponent(id)}`;
  return (
    <article class="order" aria-labelledby={id}>
      <h2 id={id}>
        <code>{url}</code>{" "}
        <span class={`state ${state === "enabled" ? "active" : "void"}`}>
          {w.states[state]}
        </span>
      </h2>
      {because === null ? null : <p>{named(w.because, because)}</p>}
      {because === null && failingSince !== null ? (
        <p class="over">{w.failing(view.formats.instant(failingSince))}</p>
      ) : null}
      <p class="hint">
        {w.events}:{" "}
        {events
          .map((type) => named(w.types, type))
          .join(view.words.program.comma)}
      </p>
      <div class="acts">
        {state === "enabled" ? (
          <form method="post" action={`${path}/tests`}>
            <Token csrf={view.csrf} />
            <button type="submit">{w.test}</button>
          </form>
        ) : (
          <form method="post" action={`${path}/enabling`}>
            <Token csrf={view.csrf} />
            <button type="submit">{w.enable}</button>
            <p class="hint">{w.enableHint}</p>
          </form>
        )}
        <details class="void">
          <summary>{w.remove}</summary>
          <form method="post" action={`${path}/deletion`}>
            <Token csrf={view.csrf} />
            <p class="hint">{w.removeHint}</p>
            <button type="submit" class="danger">
              {w.remove}
            </button>
          </form>
        </details>
      </div>
    </article>
  );
}

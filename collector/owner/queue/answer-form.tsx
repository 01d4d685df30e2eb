/** @jsxImportSource hono/jsx */
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";
import { Refused, typedInto } from "../typed.tsx";
import type { Case } from "./dispute-evidence.tsx";

/** The owner's answer to a dispute. */
export function AnswerForm({ view, dispute }: Omit<Case, "names">) {
  const w = view.words.queue;
  const form = `/owner/queue/disputed/${encodeURIComponent(dispute.id)}/answer`;
  return (
    <form id={answerId(dispute.id)} class="answer" method="post" action={form}>
      <Token csrf={view.csrf} />
      <Refused view={view} form={form} />
      <DecisionFields view={view} form={form} />
      <p class="hint">{w.answerHint}</p>
      <button type="submit">{w.answerAct}</button>
    </form>
  );
}

/** Who is right, and what the member reads. */
export function DecisionFields({ view, form }: { view: View; form: string }) {
  const typed = typedInto(view, form);
  const w = view.words.queue;
  return (
    <>
      <fieldset>
        <legend>{w.decision}</legend>
        {(["upheld", "declined"] as const).map((decision) => (
          <label class="choice">
            <input
              type="radio"
              name="decision"
              value={decision}
              checked={typed.of("decision") === decision}
              required
            />
            <span>{w.decisions[decision]}</span>
          </label>
        ))}
      </fieldset>
      <label>
        {w.words}
        <textarea name="message" rows={3} maxlength={1000} required>
          {typed.of("message")}
        </textarea>
      </label>
    </>
  );
}

/** Where the forms of a dispute stand. */
export function answerId(dispute: string): string {
  return `answer-${dispute}`;
}

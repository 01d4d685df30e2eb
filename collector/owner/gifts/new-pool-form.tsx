/** @jsxImportSource hono/jsx */
import type { UnservedGifts } from "../../actions/list-unserved-gifts.ts";
import type { Program } from "../../domain/program.ts";
import { named } from "../named.ts";
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";
import { type GiftChoice, giftChoices, keyOf } from "./gift-choices.ts";
import { PoolFields } from "./pool-form.tsx";
import { sideOf } from "./pool-purpose.tsx";

/** As it was typed. */
export interface NewPool {
  choice: string;
  name: string;
  url: string;
  lowBelow: string;
}

export function NewPoolForm(props: {
  view: View;
  unserved: UnservedGifts[];
  programs: Program[];
  form: NewPool;
}) {
  const { view, programs, form } = props;
  const { words, formats } = view;
  const w = words.gifts;
  const choices = giftChoices(programs, props.unserved);
  const text = (choice: GiftChoice) =>
    w.choices(
      choice.programName,
      named(words.steps, choice.on),
      sideOf(view, choice.to),
      formats.money(choice.valueMinor, choice.currency),
    );
  return (
    <section aria-labelledby="create">
      <h2 id="create">{w.create}</h2>
      {choices.length === 0 ? (
        <p class="hint">
          {w.noChoice} <a href="/owner/program">{words.nav.program}</a>
        </p>
      ) : (
        <form class="new-endpoint" method="post" action="/owner/gifts">
          <Token csrf={view.csrf} />
          <p class="hint">{w.createHint}</p>
          <div class="field">
            <label for="choice">{w.what}</label>
            <select id="choice" name="choice" aria-describedby="choice-hint">
              {choices.map((choice) => (
                <option
                  value={keyOf(choice)}
                  selected={keyOf(choice) === form.choice}
                >
                  {text(choice)}
                </option>
              ))}
            </select>
            <small id="choice-hint">{w.whatHint}</small>
          </div>
          <PoolFields view={view} form={form} />
          <p class="add">
            <button type="submit">{w.createButton}</button>
          </p>
        </form>
      )}
    </section>
  );
}

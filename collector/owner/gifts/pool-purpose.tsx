/** @jsxImportSource hono/jsx */
import type { GiftPoolAnswer } from "../../actions/list-gift-pools.ts";
import type { Program } from "../../domain/program.ts";
import { named } from "../named.ts";
import type { View } from "../pages/view.ts";
import type { GiftChoice } from "./gift-choices.ts";

/** What a pool is for, and what its codes are worth. */
export function PoolPurpose(props: {
  view: View;
  pool: GiftPoolAnswer;
  programs: Program[];
}) {
  const { view, pool, programs } = props;
  const { words, formats } = view;
  const program = programs.find(({ id }) => id === pool.programId);
  return (
    <>
      {words.gifts.each(formats.money(pool.valueMinor, pool.currency))}
      <small>
        {words.rewards.forStep(named(words.steps, pool.on))}
        {words.program.comma}
        {sideOf(view, pool.to)}
      </small>
      {programs.length > 1 ? (
        <small>{program?.name ?? pool.programId}</small>
      ) : null}
    </>
  );
}

export function sideOf({ words }: View, to: GiftChoice["to"]): string {
  return words.gifts.to[to ?? "both"];
}

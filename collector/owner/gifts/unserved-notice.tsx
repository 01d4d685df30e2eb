/** @jsxImportSource hono/jsx */
import type { UnservedGifts } from "../../actions/list-unserved-gifts.ts";
import { named } from "../named.ts";
import type { View } from "../pages/view.ts";
import { keyOf } from "./gift-choices.ts";

/** Gifts that no upload would settle, each with the way to the form that opens a pool for them. */
export function UnservedNotice(props: { view: View; gifts: UnservedGifts[] }) {
  const { view, gifts } = props;
  const { formats, words } = view;
  const w = words.gifts;
  if (gifts.length === 0) return null;
  return (
    <div class="news problem">
      <p>{w.unserved}</p>
      <ul>
        {gifts.map((gift) => (
          <li>
            {w.unservedNews(
              formats.count(gift.waiting),
              named(words.steps, gift.on),
              w.to[gift.to],
              formats.money(gift.amountMinor, gift.currency),
            )}{" "}
            <a class="button" href={formFor(gift)}>
              {w.openFor}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function formFor({ program, on, to, amountMinor }: UnservedGifts): string {
  const choice = keyOf({ programId: program, on, to, valueMinor: amountMinor });
  return `/owner/gifts?${new URLSearchParams({ choice })}#create`;
}

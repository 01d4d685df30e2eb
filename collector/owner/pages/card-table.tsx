/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";

/** A table that turns into cards where it is narrow: there each cell is headed by its `data-label`. */
export function CardTable(props: { heads: string[]; children: Child }) {
  return (
    <table class="cards">
      <thead>
        <tr>
          {props.heads.map((head) => (
            <th scope="col">{head}</th>
          ))}
        </tr>
      </thead>
      <tbody>{props.children}</tbody>
    </table>
  );
}

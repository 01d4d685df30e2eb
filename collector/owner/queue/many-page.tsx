/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import { Layout } from "../pages/layout.tsx";
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";

/** What an act on the ticked would do, what it asks for, and the button that does it. */
export function ManyPage(props: {
  view: View;
  title: string;
  says: string;
  act: string;
  ids: string[];
  back: string;
  action: string;
  button: string;
  /** One line for each of them. */
  lines: Child[];
  /** The fields of the form. */
  children: Child;
}) {
  const { view, ids } = props;
  const w = view.words.queue.bulk;
  return (
    <Layout view={view} title={props.title}>
      {ids.length === 0 ? (
        <p class="empty">{w.choose}</p>
      ) : (
        <>
          <p class="intro">{props.says}</p>
          <ul class="notices">
            {props.lines.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
          <form class="answer" method="post" action={props.action}>
            <Token csrf={view.csrf} />
            <input type="hidden" name="act" value={props.act} />
            {ids.map((id) => (
              <input type="hidden" name="id" value={id} />
            ))}
            {props.children}
            <button type="submit">{props.button}</button>
          </form>
        </>
      )}
      <p>
        <a href={props.back}>{w.back}</a>
      </p>
    </Layout>
  );
}

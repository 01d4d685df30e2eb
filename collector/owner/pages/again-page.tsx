/** @jsxImportSource hono/jsx */
import type { KeptForm } from "../kept-form.ts";
import { Layout } from "./layout.tsx";
import { Token } from "./token.tsx";
import type { View } from "./view.ts";

/** What was typed before the session ended. Nothing is done before it is sent again from here. */
export function AgainPage(props: { view: View; csrf: string; kept: KeptForm }) {
  const { view, csrf, kept } = props;
  const { words } = view;
  const w = words.again;
  const labels: Record<string, string> = w.fields;
  const typed = kept.fields.filter(
    ([name, value]) => Object.hasOwn(labels, name) && value.trim() !== "",
  );
  return (
    <Layout view={view} title={w.title}>
      <p class="intro">{w.intro}</p>
      {typed.length === 0 ? null : (
        <dl>
          {typed.map(([name, value]) => (
            <>
              <dt>{labels[name]}</dt>
              <dd>
                <blockquote>{value}</blockquote>
              </dd>
            </>
          ))}
        </dl>
      )}
      <form class="answer" method="post" action={kept.to}>
        <Token csrf={csrf} />
        {kept.fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button type="submit" class="main">
          {w.send}
        </button>
      </form>
      <p>
        <a href={kept.back}>{w.back}</a>
      </p>
    </Layout>
  );
}

/** @jsxImportSource hono/jsx */
import type { KeptForm } from "../kept-form.ts";
import { Layout } from "./layout.tsx";
import { Token } from "./token.tsx";
import type { View } from "./view.ts";

export function LoginPage(props: {
  view: View;
  formToken: string;
  next: string;
  /** What was sent after the session had ended. */
  kept: KeptForm | null;
}) {
  const { view, formToken, next, kept } = props;
  const words = view.words.login;
  return (
    <Layout
      view={view}
      title={words.title}
      unsaved={kept ? "login" : undefined}
    >
      <form id="login" class="login" method="post" action="/owner/login">
        <Token csrf={formToken} />
        <input type="hidden" name="next" value={next} />
        {kept === null ? null : (
          <input type="hidden" name="kept" value={JSON.stringify(kept)} />
        )}
        <input
          class="hidden"
          name="username"
          autocomplete="username"
          value="owner"
        />
        <label for="password">{words.password}</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="current-password"
          required
          autofocus
          aria-describedby="hint"
        />
        <p id="hint" class="hint">
          {words.hint}
        </p>
        <button type="submit">{words.submit}</button>
      </form>
    </Layout>
  );
}

/** @jsxImportSource hono/jsx */
import { Layout, Token, type View } from "./layout.tsx";

export function LoginPage(props: {
  view: View;
  formToken: string;
  next: string;
}) {
  const { view, formToken, next } = props;
  const words = view.words.login;
  return (
    <Layout view={view} title={words.title}>
      <form class="login" method="post" action="/owner/login">
        <Token csrf={formToken} />
        <input type="hidden" name="next" value={next} />
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

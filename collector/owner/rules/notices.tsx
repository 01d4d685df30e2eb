/** @jsxImportSource hono/jsx */
import type { View } from "../pages/layout.tsx";

/** Warnings or advice: in the reader's words where there are some, with the example that the rules' arithmetic found. */
export function Notices(props: {
  view: View;
  notices: { code: string; message: string }[];
  words: Record<string, string>;
}) {
  const { view, notices, words } = props;
  return (
    <ul class="notices">
      {notices.map(({ code, message }) => {
        const own = Object.hasOwn(words, code) ? words[code] : undefined;
        const lang = view.language === "en" ? undefined : "en";
        return own === undefined ? (
          <li lang={lang}>{message}</li>
        ) : (
          <li>
            {own}
            <small lang={lang}>{message}</small>
          </li>
        );
      })}
    </ul>
  );
}

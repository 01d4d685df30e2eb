/** @jsxImportSource hono/jsx */
import type { Language } from "../language.ts";
import type { View } from "./view.ts";

/** A link; on a page with an unsaved form a button of that form, so that what was typed comes along. */
export function OtherLanguage(props: {
  view: View;
  unsaved: string | undefined;
}) {
  const { view, unsaved } = props;
  const other = view.language === "ja" ? "en" : "ja";
  if (unsaved === undefined)
    return (
      <a href={inLanguage(view.here, other)} lang={other}>
        {view.words.otherLanguage}
      </a>
    );
  return (
    <>
      {/* What Enter does in a field: the first button of a form is pressed, wherever it stands. */}
      <button
        type="submit"
        class="hidden"
        form={unsaved}
        name="do"
        value="preview"
      />
      <button
        type="submit"
        class="plain"
        form={unsaved}
        name="do"
        value={`language-${other}`}
        formnovalidate
        lang={other}
      >
        {view.words.otherLanguage}
      </button>
    </>
  );
}

function inLanguage(here: string, language: Language): string {
  const [path = "", search] = here.split("?");
  const query = new URLSearchParams(search);
  query.set("lang", language);
  return `${path}?${query}`;
}

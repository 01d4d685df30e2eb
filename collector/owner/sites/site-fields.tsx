/** @jsxImportSource hono/jsx */
import type { View } from "../pages/view.ts";

const settings = ["granted", "required"] as const;

/** The consent setting, each choice with what it means. */
export function ConsentChoice(props: {
  view: View;
  consent: "granted" | "required";
}) {
  const { view, consent } = props;
  const w = view.words.sites.settings;
  return (
    <fieldset class="choices">
      <legend>{w.consent}</legend>
      {settings.map((one) => (
        <label>
          <input
            type="radio"
            name="consent"
            value={one}
            checked={one === consent}
            required
          />
          <span>{w.consents[one]}</span>
          <small>{w.consentMeans[one]}</small>
        </label>
      ))}
    </fieldset>
  );
}

/** Origins, one a line. */
export function OriginsField(props: { view: View; origins: string[] }) {
  const { view, origins } = props;
  const w = view.words.install;
  return (
    <>
      <label>
        {w.originsLabel}
        <textarea
          name="origins"
          rows={Math.max(3, origins.length + 1)}
          required
          spellcheck={false}
          autocomplete="off"
        >
          {origins.join("\n")}
        </textarea>
      </label>
      <p class="hint">{w.originsHint}</p>
    </>
  );
}

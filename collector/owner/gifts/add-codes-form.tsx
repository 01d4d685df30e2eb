/** @jsxImportSource hono/jsx */
import { Token } from "../pages/token.tsx";
import type { View } from "../pages/view.ts";
import {
  maxUploadBytes,
  maxUploadCodes,
  type UploadedList,
} from "./codes-of-upload.ts";

/** What was sent and refused. */
export interface CodesForm {
  problem: string;
  wrong?: UploadedList["wrong"];
  codes?: string;
  lastDay?: string;
}

/** Codes to add, typed or as a file. */
export function AddCodesForm(props: {
  view: View;
  path: string;
  form: CodesForm | null;
}) {
  const { view, path, form } = props;
  const { count } = view.formats;
  const w = view.words.gifts;
  return (
    <section aria-labelledby="add">
      <h2 id="add">{w.add}</h2>
      <form
        class="new-endpoint"
        method="post"
        action={`${path}/codes`}
        enctype="multipart/form-data"
      >
        <Token csrf={view.csrf} />
        <div class="field">
          <label for="codes">{w.paste}</label>
          {/* A browser drops the first line break of a text: one more is given. */}
          <textarea
            id="codes"
            name="codes"
            rows={6}
            autocomplete="off"
            spellcheck={false}
          >
            {`\n${form?.codes ?? ""}`}
          </textarea>
        </div>
        <div class="field">
          <label for="file">{w.file}</label>
          <input
            id="file"
            name="file"
            type="file"
            accept=".csv,.txt,.json,text/csv,text/plain,application/json"
            aria-describedby="file-hint"
          />
          <small id="file-hint">
            {w.fileHint(
              count(maxUploadCodes),
              count(maxUploadBytes / 1024 / 1024),
            )}
          </small>
        </div>
        <div class="field">
          <label for="lastDay">{w.lastDay}</label>
          <input
            id="lastDay"
            name="lastDay"
            type="date"
            class="short"
            value={form?.lastDay ?? ""}
            aria-describedby="lastDay-hint"
          />
          <small id="lastDay-hint">{w.lastDayHint}</small>
        </div>
        <p class="add">
          <button type="submit">{w.addButton}</button>
        </p>
      </form>
    </section>
  );
}

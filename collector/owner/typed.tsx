/** @jsxImportSource hono/jsx */
import type { Context } from "hono";
import type { OwnerEnv } from "./owner-env.ts";
import type { View } from "./pages/view.ts";

/** What was typed into a form that was refused, for the next page to show again. */
export interface Typed {
  /** Where the form is sent to. */
  form: string;
  fields: ReadonlyMap<string, string>;
  problem: string;
}

const nothing: Pick<Typed, "fields"> = { fields: new Map() };

/** Remembers the fields of a refused form until the next page. */
export async function keepTyped(
  c: Context<OwnerEnv>,
  problem: string,
): Promise<void> {
  const { session } = c.var;
  if (!session) return;
  const isGet = c.req.method === "GET";
  const sent = Object.entries(isGet ? c.req.query() : await c.req.parseBody());
  const fields = new Map(
    sent.filter((field): field is [string, string] => {
      const [name, value] = field;
      return name !== "csrf" && typeof value === "string";
    }),
  );
  session.typed = { form: c.req.path, fields, problem };
}

/** What was typed into this very form, if it was just refused. */
export function typedInto(view: View, form: string) {
  const typed = view.typed?.form === form ? view.typed : null;
  const { fields } = typed ?? nothing;
  return {
    isRefused: typed !== null,
    /** `undefined` where nothing was typed. */
    of: (name: string) => fields.get(name),
    problem: typed?.problem ?? null,
  };
}

/** What is wrong with a form, in the form. */
export function Refused({ view, form }: { view: View; form: string }) {
  const { problem } = typedInto(view, form);
  return problem === null ? null : <p class="error">{problem}</p>;
}

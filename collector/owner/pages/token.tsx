/** @jsxImportSource hono/jsx */
/** The hidden field without which no form of these pages is taken. */
export function Token({ csrf }: { csrf: string | null }) {
  return <input type="hidden" name="csrf" value={csrf ?? ""} />;
}

/** @jsxImportSource hono/jsx */

/** Something to be copied. */
export function Code({ text }: { text: string }) {
  return (
    <pre tabindex={0}>
      <code>{text}</code>
    </pre>
  );
}

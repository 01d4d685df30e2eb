interface Shop {
  asServer(
    method: string,
    path: string,
    body?: unknown,
  ): // biome-ignore lint/suspicious/noExplicitAny: a test knows what it asks for.
  Promise<{ status: number; text: string; body: any }>;
}

/** Changes the default programme's rules, as the owner would. */
export async function changeProgram(
  { asServer }: Shop,
  change: { display?: object } & Record<string, unknown>,
): Promise<void> {
  const { body } = await asServer("GET", "/v1/programs");
  const [program] = body.items;
  const display = { ...program.display, ...change.display };
  const { status, text } = await asServer("PUT", `/v1/programs/${program.id}`, {
    ...program,
    ...change,
    display,
  });
  if (status !== 200) throw new Error(text);
}

/** Text of a page as a reader without styles has it. */
export function readable(html: string): string {
  return html
    .replace(/<(style|script|svg)\b[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("\u200b", "")
    .replace(/\s+/g, " ");
}

export const phone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1";

/** A page of a list, newest first, and where the next begins. */
export interface Page<Item> {
  items: Item[];
  next: string | null;
}

/** Which page of a site's list is asked for. */
export interface Paging {
  siteId: string;
  cursor?: string | undefined;
  limit?: number | undefined;
}

export const defaultPageSize = 50;

/** All items of a list, which is asked for page by page. */
export async function allPages<Item>(
  ask: (cursor: string | undefined) => Promise<Page<Item>>,
): Promise<Item[]> {
  const all: Item[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask(cursor);
    all.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return all;
}

/** Turns rows, one more asked for than wanted, into a page. */
export function pageOf<Row extends { id: string }, Item>(
  rows: Row[],
  limit: number,
  answer: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(answer),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

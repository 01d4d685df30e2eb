/** @jsxImportSource hono/jsx */
import type { View } from "./view.ts";

/** The way to the next page of a list, and back to its beginning. */
export function Paging(props: {
  view: View;
  path: string;
  query: Record<string, string>;
  next: string | null;
}) {
  const { view, path, query, next } = props;
  const { cursor, ...first } = query;
  if (next === null && cursor === undefined) return null;
  return (
    <p class="paging">
      {cursor === undefined ? null : (
        <a href={address(path, first)}>{view.words.newest}</a>
      )}
      {next === null ? null : (
        <a href={address(path, { ...first, cursor: next })} rel="next">
          {view.words.older}
        </a>
      )}
    </p>
  );
}

function address(path: string, query: Record<string, string>): string {
  const search = new URLSearchParams(query).toString();
  return search ? `${path}?${search}` : path;
}

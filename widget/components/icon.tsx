/** Drawn for this, on a 24 x 24 grid: a stroke, and a brand's own colours. */
const icons: Record<string, [path: string, style?: string]> = {
  line: [
    "M12 6c-9 0-9 9 0 10l-1 3c10-5 10-13 1-13z",
    "background:#06c755;color:#fff;fill:#fff",
  ],
  x: [
    "M7 6h2l8 12h-2zM17 6l-4.3 5M11 13l-4 5",
    "background:#000;color:#fff;outline:1px solid #777",
  ],
  facebook: ["M16 5c-4 0-4 2-4 5v10M8 12h7", "background:#1877f2;color:#fff"],
  mail: ["M3 5h18v14H3zl9 8 9-8"],
  native: ["M12 15V3M8 7l4-4 4 4M7 11H5v9h14v-9h-2"],
  copy: ["M8 8h12v12H8zM16 8V4H4v12h4"],
};

export function icon(name: string) {
  const [path, style] = icons[name] ?? [];
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" style={style}>
      <path d={path} />
    </svg>
  );
}

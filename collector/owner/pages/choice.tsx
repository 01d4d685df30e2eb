/** @jsxImportSource hono/jsx */

/** One of several values to list by, or all. */
export function Choice(props: {
  label: string;
  name: string;
  /** The text of each value. */
  of: Record<string, string>;
  all: string;
  chosen: string | undefined;
}) {
  const { label, name, of, all, chosen } = props;
  return (
    <label>
      {label}
      <select name={name}>
        <option value="">{all}</option>
        {Object.entries(of).map(([value, text]) => (
          <option value={value} selected={chosen === value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

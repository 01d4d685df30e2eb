/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type { View } from "../pages/view.ts";
import type { FormFields } from "./form-fields.ts";

/** A form as its controls see it. */
export interface FormView {
  view: View;
  fields: FormFields;
  errors: ReadonlyMap<string, string>;
  currency: string;
}

interface Named {
  form: FormView;
  name: string;
  /** Where the words' list of fields does not have it. */
  label?: string;
  unit?: string;
  /** A class, for what only matters beside some choice: the style hides it else. */
  part?: string;
}

export function TextField(
  props: Named & {
    type?: "text" | "url" | "datetime-local";
    isFigure?: boolean;
    list?: string;
    isWide?: boolean;
  },
) {
  const { form, name, type = "text", isFigure, list } = props;
  return (
    <Labelled {...props}>
      <input
        {...attributes(form, name)}
        type={type}
        value={form.fields.get(name) ?? ""}
        inputmode={isFigure ? "decimal" : undefined}
        class={isFigure ? "number" : undefined}
        step={type === "datetime-local" ? "any" : undefined}
        list={list}
        autocomplete="off"
      />
    </Labelled>
  );
}

export function AreaField(props: Named & { isWide?: boolean }) {
  const { form, name } = props;
  return (
    <Labelled {...props}>
      {/* A browser drops the first line break of a text: one more is given. */}
      <textarea {...attributes(form, name)} rows={3}>
        {`\n${form.fields.get(name) ?? ""}`}
      </textarea>
    </Labelled>
  );
}

/** A value that is none of the options is kept as one more. */
export function SelectField(
  props: Named & { options: Record<string, string> },
) {
  const { form, name, options } = props;
  const value = form.fields.get(name) ?? "";
  const all = Object.hasOwn(options, value)
    ? options
    : { ...options, [value]: value };
  return (
    <Labelled {...props}>
      <select {...attributes(form, name)}>
        {Object.entries(all).map(([option, text]) => (
          <option value={option} selected={option === value}>
            {text}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

export function CheckField({ form, name, label }: Named) {
  return (
    <p class="field check">
      <label>
        <input
          {...attributes(form, name)}
          type="checkbox"
          value="yes"
          checked={form.fields.has(name)}
        />
        {label ?? labelOf(form, name)}
      </label>
    </p>
  );
}

/** A button that brings the form back with something done to it. */
export function DoButton(props: {
  value: string;
  action: string;
  /** Part of the page to come back to. */
  to: string;
  label?: string;
  isPlain?: boolean;
  children: string;
}) {
  const { value, action, to, label, isPlain, children } = props;
  return (
    <button
      type="submit"
      name="do"
      value={value}
      formaction={`${action}#${to}`}
      aria-label={label}
      class={isPlain ? "plain" : undefined}
    >
      {children}
    </button>
  );
}

export function fieldId(name: string): string {
  return `f-${name.replace(/[^\w]+/g, "-")}`;
}

export function labelOf({ view }: FormView, name: string): string {
  return view.words.rules.fields[shapeOf(name)] ?? name;
}

function Labelled(props: Named & { isWide?: boolean; children?: Child }) {
  const { form, name, label, unit, part, isWide, children } = props;
  const hint = form.view.words.rules.hints[shapeOf(name)];
  const error = form.errors.get(name);
  const id = fieldId(name);
  return (
    <div
      class={["field", isWide ? "wide" : "", part].filter(Boolean).join(" ")}
    >
      <label for={id}>{label ?? labelOf(form, name)}</label>
      {unit ? (
        <span class="with-unit">
          {children}
          <span aria-hidden="true">{unit}</span>
        </span>
      ) : (
        children
      )}
      {hint ? (
        <small id={`${id}-hint`} class="field-hint">
          {hint}
        </small>
      ) : null}
      {error ? (
        <small id={`${id}-error`} class="error">
          {error}
        </small>
      ) : null}
    </div>
  );
}

function attributes(form: FormView, name: string) {
  const id = fieldId(name);
  const isWrong = form.errors.has(name);
  const about = [
    ...(isWrong ? [`${id}-error`] : []),
    ...(form.view.words.rules.hints[shapeOf(name)] ? [`${id}-hint`] : []),
  ];
  return {
    id,
    name,
    "aria-invalid": isWrong ? ("true" as const) : undefined,
    "aria-describedby": about.length > 0 ? about.join(" ") : undefined,
  };
}

function shapeOf(name: string): string {
  return name.replace(/\[\d+\]/g, "[]");
}

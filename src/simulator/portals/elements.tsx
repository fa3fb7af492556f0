import { h } from "preact";
import type { ComponentChildren, JSX } from "preact";
import type { Visit } from "./portals.ts";

/** What was typed wrong, by the name of its field. */
export type Mistakes = ReadonlyMap<string, string>;

export const NO_MISTAKES: Mistakes = new Map();

/** A form that carries its session's token. Its fields may be wrong: then a list on top leads to each. */
export function Form({ visit, action, mistakes = NO_MISTAKES, children }: {
  readonly visit: Visit;
  readonly action: string;
  readonly mistakes?: Mistakes;
  readonly children: ComponentChildren;
}): JSX.Element {
  return (
    <form method="post" action={action} novalidate>
      <input type="hidden" name="csrf" value={visit.session.csrf} />
      {mistakes.size > 0 && (
        <div class="mistakes" role="alert">
          <p>{mistakes.size === 1 ? "Une saisie est à corriger :" : `${mistakes.size} saisies sont à corriger :`}</p>
          <ul>{[...mistakes].map(([name, what]) => <li><a href={`#${name}`}>{what}</a></li>)}</ul>
        </div>
      )}
      {children}
    </form>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: ComponentChildren;
  readonly required?: boolean;
  readonly mistakes?: Mistakes;
}

/** One line of text, with its label, and what is wrong with it. */
export function TextField({ value = "", type = "text", autocomplete = "off", readonly = false, ...field }: FieldProps & {
  readonly value?: string;
  readonly type?: "text" | "email" | "password" | "tel";
  readonly autocomplete?: string;
  readonly readonly?: boolean;
}): JSX.Element {
  return (
    <Labelled {...field}>
      {/* The types know one shape for each kind of input, and none for a kind that is chosen. */}
      {h("input", { ...attributesOf(field), type, value, autocomplete, readonly })}
    </Labelled>
  );
}

/** One of a few. */
export function Choice({ value, options, ...field }: FieldProps & {
  readonly value?: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}): JSX.Element {
  return (
    <Labelled {...field}>
      <select {...attributesOf(field)}>
        {options.map((option) => <option value={option.value} selected={option.value === value}>{option.label}</option>)}
      </select>
    </Labelled>
  );
}

function Labelled({ name, label, hint, required = false, mistakes = NO_MISTAKES, children }: FieldProps & { readonly children: ComponentChildren }): JSX.Element {
  const mistake = mistakes.get(name);
  return (
    <div class="field">
      <label for={name}>{label}{required && <span aria-hidden="true"> *</span>}</label>
      {hint !== undefined && <p class="hint" id={`${name}-hint`}>{hint}</p>}
      {children}
      {mistake !== undefined && <p class="mistake" id={`${name}-mistake`}>{mistake}</p>}
    </div>
  );
}

function attributesOf({ name, hint, required = false, mistakes = NO_MISTAKES }: FieldProps) {
  const describedBy = [...(hint === undefined ? [] : [`${name}-hint`]), ...(mistakes.has(name) ? [`${name}-mistake`] : [])].join(" ");
  return { id: name, name, required, ...(describedBy === "" ? {} : { "aria-describedby": describedBy }), ...(mistakes.has(name) ? { "aria-invalid": true } : {}) };
}

/** A box to tick. A greyed one says why; one that must be ticked says so where it is not. */
export function Checkbox({ id, name, value, label, checked = false, disabled = false, hiddenLabel = false, mistakes = NO_MISTAKES }: {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly checked?: boolean;
  readonly disabled?: boolean;
  /** In a table, where the heads of row and column say it to the eye. */
  readonly hiddenLabel?: boolean;
  readonly mistakes?: Mistakes;
}): JSX.Element {
  const mistake = mistakes.get(name);
  const wrong = mistake === undefined ? {} : { "aria-invalid": true, "aria-describedby": `${id}-mistake` };
  return (
    <span class="box">
      <input type="checkbox" id={id} name={name} value={value} checked={checked} disabled={disabled} {...wrong} />
      <label for={id} class={hiddenLabel ? "unseen" : undefined}>{label}</label>
      {mistake !== undefined && <span class="mistake" id={`${id}-mistake`}> {mistake}</span>}
    </span>
  );
}

/** A table that scrolls by itself where the screen is narrow, also by keyboard. */
export function Table({ caption, heads, children }: { readonly caption: string; readonly heads: readonly string[]; readonly children: ComponentChildren }): JSX.Element {
  return (
    <div class="table" role="region" aria-label={caption} tabindex={0}>
      <table>
        <caption>{caption}</caption>
        <thead><tr>{heads.map((head) => <th scope="col">{head}</th>)}</tr></thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** What is known of one thing, as the portals show it. */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, ComponentChildren])[] }): JSX.Element {
  return <dl>{facts.map(([name, value]) => <><dt>{name}</dt><dd>{value}</dd></>)}</dl>;
}

export function Buttons({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return <p class="buttons">{children}</p>;
}

/** A remark of the simulation, never of the portal that it plays. */
export function Aside({ title, children }: { readonly title: string; readonly children: ComponentChildren }): JSX.Element {
  return <details class="simulation"><summary>{title}</summary>{children}</details>;
}

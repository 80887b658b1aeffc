import type { Estimate } from "../numeric/estimate.js";

/** What a table shows in one place. `value` is the number with its trusted digits, `error` its error; null is "there is none". */
export type Cell =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "number"; readonly value: number; readonly digits?: number }
  | { readonly kind: "value"; readonly estimate: Estimate; readonly digits?: number }
  | { readonly kind: "error"; readonly estimate: Estimate }
  | null;

/** "decimal" puts the points of numbers under each other. */
export type Align = "left" | "right" | "decimal";

export interface Column {
  /** Heading in plain text; "\n" starts its second line. */
  readonly title: string;
  /** Heading in LaTeX; null leaves the column out there (errors stand beside their values). */
  readonly tex: string | null;
  readonly align: Align;
  /** May be cut short where the table is too wide; the full text then goes into a note. */
  readonly shrinks?: boolean;
  /** May move into a line above a table that is too wide, when all rows agree. */
  readonly hoists?: boolean;
  /** May be left out of a table of many rows that is still too wide. */
  readonly drops?: boolean;
}

export interface Row {
  readonly cells: readonly Cell[];
  readonly notes?: readonly string[];
}

export interface Group {
  /** Plain text above the group's rows. */
  readonly title: string | null;
  readonly rows: readonly Row[];
}

/** A table before anyone decides how it is written down. */
export interface Sheet {
  readonly columns: readonly Column[];
  readonly groups: readonly Group[];
  /** Sentences about the whole table. */
  readonly remarks?: readonly string[];
}

export const text = (value: string): Cell => ({ kind: "text", text: value });
/** What a user wrote: monospaced in LaTeX. */
export const code = (value: string): Cell => ({ kind: "code", text: value });
export const number = (value: number, digits?: number): Cell =>
  digits === undefined ? { kind: "number", value } : { kind: "number", value, digits };
export const value = (estimate: Estimate | null, digits?: number): Cell =>
  estimate === null ? null : digits === undefined ? { kind: "value", estimate } : { kind: "value", estimate, digits };
export const error = (estimate: Estimate | null): Cell => (estimate === null ? null : { kind: "error", estimate });

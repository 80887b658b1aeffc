import { type Field, numberField, optionalTextField } from "../../address/field.js";
import { checkFields } from "./listFields.js";

const MOST_POINTS = 1e9;

/** Fields of a theorem's page that are not its parameters; no parameter has such a name. */
export const pageFields = {
  /** 0: the usual point; from 1 up: that random admissible one. */
  point: numberField(0, { min: 0, max: MOST_POINTS, integer: true }),
  ...checkFields,
};

export type PageFields = typeof pageFields & Readonly<Record<string, Field<string | null>>>;

/** A field for each parameter beside those of the page: its text, as the command line reads it. */
export const fieldsOf = (names: readonly string[]): typeof pageFields & Record<string, Field<never>> =>
  ({ ...Object.fromEntries(names.map((name) => [name, optionalTextField])), ...pageFields }) as never;

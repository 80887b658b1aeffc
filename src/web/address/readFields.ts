import type { Address } from "./address.js";
import { type AnyField, FieldError, type Fields, type ValuesOf } from "./field.js";

export interface ReadFields<F> {
  readonly values: ValuesOf<F>;
  /** Sentences on what the address says and cannot be taken. */
  readonly problems: readonly string[];
}

const MAX_SHOWN = 60;

/** The fields of a view, from an address; the usual value where there is none or a wrong one. */
export function readFields<F extends Fields>(fields: F, address: Address): ReadFields<F> {
  const problems: string[] = [];
  const read = (name: string, field: AnyField): unknown => {
    const given = address.fields.get(name);
    if (given === undefined) return field.usual;
    try {
      return field.read(given);
    } catch (error) {
      if (!(error instanceof FieldError)) throw error;
      const shown = given.join(", ").slice(0, MAX_SHOWN);
      problems.push(`The address says ${name} = ${shown}, which is not ${error.message}; the usual value is used.`);
      return field.usual;
    }
  };
  const values = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, read(name, field)]));
  return { values: values as ValuesOf<F>, problems };
}

/** The address with some fields changed; a field with its usual value is not written. */
export function withFields<F extends Fields>(address: Address, fields: F, changed: Partial<ValuesOf<F>>): Address {
  const next = new Map(address.fields);
  for (const [name, value] of Object.entries(changed)) {
    const field = fields[name]!;
    const written = field.write(value);
    const usual = JSON.stringify(written) === JSON.stringify(field.write(field.usual));
    if (usual) next.delete(name);
    else next.set(name, written);
  }
  return { view: address.view, fields: next };
}

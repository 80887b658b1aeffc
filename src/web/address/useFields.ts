import { useMemo } from "preact/hooks";
import type { Fields, ValuesOf } from "./field.js";
import { change, here } from "./location.js";
import { readFields, withFields } from "./readFields.js";

export interface FieldState<F> {
  readonly values: ValuesOf<F>;
  readonly problems: readonly string[];
  /** Changes some of them, in the address. */
  set(changed: Partial<ValuesOf<F>>): void;
}

/** The values of a view's fields, from the address. `fields` is a constant. */
export function useFields<F extends Fields>(fields: F): FieldState<F> {
  const address = here.value;
  const { values, problems } = useMemo(() => readFields(fields, address), [fields, address]);
  return { values, problems, set: (changed) => change(withFields(here.value, fields, changed)) };
}

import { type Field, FieldError } from "../address/field.js";

const MAX_TEXT = 2000;

/** One to `most` activations; one that is empty stays: it is being typed. */
export const activationsField = (usual: readonly string[], most: number): Field<readonly string[]> => ({
  usual,
  read(values) {
    const fits = values.length >= 1 && values.length <= most && values.every((value) => value.length <= MAX_TEXT);
    if (fits) return values;
    throw new FieldError(`a list of at most ${most} texts of at most ${MAX_TEXT} characters`);
  },
  write: (value) => (value.length === 0 ? [""] : value),
});

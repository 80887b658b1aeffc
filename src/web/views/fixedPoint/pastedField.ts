import { type Field, FieldError } from "../../address/field.js";

/** An address holds no more: it stays below the length that is read. */
export const MAX_ADDRESS_TEXT = 4000;

/** Pasted numbers. */
export const pastedField: Field<string> = {
  usual: "",
  read(values) {
    const text = values[0] ?? "";
    if (text.length <= MAX_ADDRESS_TEXT) return text;
    throw new FieldError(`a text of at most ${MAX_ADDRESS_TEXT} characters`);
  },
  write: (value) => [value],
};

/** How a value of a view stands in the address. */
export interface Field<T> {
  readonly usual: T;
  /** @throws FieldError for text that is no such value. */
  read(values: readonly string[]): T;
  write(value: T): readonly string[];
}

/** Its message ends the sentence "<name>=<text> is not ...". */
export class FieldError extends Error {
  override readonly name = "FieldError";
}

const MAX_TEXT = 2000;

const single = (values: readonly string[]): string => values[0] ?? "";

function numberOf(text: string): number {
  if (/^(inf|infinity)$/i.test(text.trim())) return Infinity;
  return text.trim() === "" ? Number.NaN : Number(text);
}

const numberText = (value: number): string => (value === Infinity ? "inf" : String(value));

interface Range {
  readonly min: number;
  readonly max: number;
  /** Default false. */
  readonly integer?: boolean;
}

/** A number from `min` to `max`; `Infinity` is written "inf". */
export function numberField(usual: number, { min, max, integer = false }: Range): Field<number> {
  return {
    usual,
    read(values) {
      const value = numberOf(single(values));
      const whole = !integer || value === Infinity || Number.isInteger(value);
      if (value >= min && value <= max && whole) return value;
      throw new FieldError(`${integer ? "an integer" : "a number"} from ${numberText(min)} to ${numberText(max)}`);
    },
    write: (value) => [numberText(value)],
  };
}

/** Text of at most 2000 characters. */
export const textField = (usual: string): Field<string> => ({
  usual,
  read(values) {
    const value = single(values);
    if (value.length <= MAX_TEXT) return value;
    throw new FieldError(`a text of at most ${MAX_TEXT} characters`);
  },
  write: (value) => [value],
});

/** Text of at most 2000 characters, or none: null is not the empty text. */
export const optionalTextField: Field<string | null> = {
  usual: null,
  read: (values) => textField("").read(values),
  write: (value) => (value === null ? [] : [value]),
};

/** Several texts, at most `most`. */
export const textsField = (usual: readonly string[], most: number): Field<readonly string[]> => ({
  usual,
  read(values) {
    const kept = values.filter((value) => value !== "");
    if (kept.length <= most && kept.every((value) => value.length <= MAX_TEXT)) return kept;
    throw new FieldError(`a list of at most ${most} texts of at most ${MAX_TEXT} characters`);
  },
  // an empty list is not the usual one: it is written too
  write: (value) => (value.length === 0 ? [""] : value),
});

export function choiceField<T extends string>(usual: T, choices: readonly T[]): Field<T> {
  return {
    usual,
    read(values) {
      const value = choices.find((choice) => choice === single(values));
      if (value !== undefined) return value;
      throw new FieldError(`one of ${choices.join(", ")}`);
    },
    write: (value) => [value],
  };
}

export const flagField = (usual: boolean): Field<boolean> => ({
  usual,
  read(values) {
    const value = single(values);
    if (value === "1" || value === "0") return value === "1";
    throw new FieldError("1 or 0");
  },
  write: (value) => [value ? "1" : "0"],
});

/** A field of whatever value: what reads it writes it. */
// biome-ignore lint/suspicious/noExplicitAny: values go in and out of a field, so that neither unknown nor never fits
export type AnyField = Field<any>;
export type Fields = Readonly<Record<string, AnyField>>;
export type ValuesOf<F> = { readonly [Name in keyof F]: F[Name] extends Field<infer T> ? T : never };

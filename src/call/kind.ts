import type * as z from "zod";

export type KindArea = "batchnorm" | "ladder" | "alignment" | "grouping" | "landscape" | "gating";

/** What the door can compute: one function of the library, with its inputs and its result as JSON. */
export interface Kind {
  readonly name: string;
  readonly area: KindArea;
  /** One line. */
  readonly doc: string;
  readonly inputs: z.ZodType;
  readonly result: z.ZodType;
  /** Inputs that are answered at once. */
  readonly example: unknown;
  /** What the library calls a parameter -> what the inputs call it, where the names differ. */
  readonly names: Readonly<Record<string, string>>;
  /** Whether a result may be infinite in truth. Elsewhere an infinite one of extreme inputs is an overflow. */
  readonly infinities: boolean;
  /** The result of inputs that `inputs` has let through. Throws a TheoryError for what the library refuses. */
  compute(inputs: unknown): unknown;
}

/** Results may share the library's lists: nobody writes to them. */
type Shared<T> = T extends readonly (infer E)[]
  ? readonly Shared<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Shared<T[K]> }
    : T;

interface KindDefinition<I extends z.ZodType, R extends z.ZodType> {
  readonly name: string;
  readonly area: KindArea;
  readonly doc: string;
  readonly inputs: I;
  readonly result: R;
  readonly example: z.input<I>;
  readonly names?: Readonly<Record<string, string>>;
  /** By default those of the area batchnorm. */
  readonly infinities?: boolean;
  compute(inputs: z.output<I>): Shared<z.output<R>>;
}

/** A kind whose `compute` has the types that its schemas say. */
export function kind<I extends z.ZodType, R extends z.ZodType>(definition: KindDefinition<I, R>): Kind {
  const { compute, names = {}, infinities = definition.area === "batchnorm" } = definition;
  return Object.freeze({
    ...definition,
    names,
    infinities,
    compute: (inputs: unknown) => compute(inputs as z.output<I>),
  });
}

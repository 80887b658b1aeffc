/** What a computed result may hold that a caller must not miss. */
export interface Soundness {
  /** Some number is not a number: a defect. */
  readonly broken: boolean;
  /** Some number is infinite. */
  readonly infinite: boolean;
  /** Some estimate says that its error is above its tolerance. */
  readonly unconverged: boolean;
}

/** Looks at every number and every `converged` of a result. */
export function soundnessOf(result: unknown): Soundness {
  let [broken, infinite, unconverged] = [false, false, false];
  const visit = (value: unknown): void => {
    if (typeof value === "number") {
      broken ||= Number.isNaN(value);
      infinite ||= Math.abs(value) === Number.POSITIVE_INFINITY;
    } else if (typeof value === "object" && value !== null) {
      if ("converged" in value && value.converged === false) unconverged = true;
      for (const inner of Array.isArray(value) ? value : Object.values(value)) visit(inner);
    }
  };
  visit(result);
  return { broken, infinite, unconverged };
}

/** Beyond these sizes a product of a few numbers leaves the doubles. */
const [SMALL, LARGE] = [1e-50, 1e50];

/** Whether some number of the inputs is so large or so small that its products overflow. */
export function isExtreme(inputs: unknown): boolean {
  if (typeof inputs === "number") {
    const size = Math.abs(inputs);
    return size > LARGE || (size > 0 && size < SMALL);
  }
  return typeof inputs === "object" && inputs !== null && Object.values(inputs).some(isExtreme);
}

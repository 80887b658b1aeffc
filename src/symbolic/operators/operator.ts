import { type Orbit, orbits } from "./orbit.js";

/**
 * An ultrasymmetric operator on symmetric matrices, T commuting with Sigma -> P Sigma P^T for every permutation P:
 * its coefficient in each orbit (see `orbit.ts`). Frozen plain data; the batch size belongs to the `OperatorAlgebra`.
 */
export type Operator<T> = Readonly<Record<Orbit, T>>;

export function operatorOf<T>(coefficient: (orbit: Orbit) => T): Operator<T> {
  return Object.freeze(Object.fromEntries(orbits.map((orbit) => [orbit, coefficient(orbit)])) as Record<Orbit, T>);
}

/** The same operator over other scalars: evaluated at a batch size, as doubles, as expressions. */
export const mapOperator = <S, T>(operator: Operator<S>, change: (coefficient: S) => T): Operator<T> =>
  operatorOf((orbit) => change(operator[orbit]));

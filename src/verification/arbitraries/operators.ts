import { type Arbitrary, array, integer } from "fast-check";
import { type Operator, operatorOf } from "../../symbolic/operators/operator.js";
import type { OperatorAlgebra } from "../../symbolic/operators/operatorAlgebra.js";
import { type Orbit, orbits } from "../../symbolic/operators/orbit.js";
import { rational } from "../../symbolic/rational.js";

/** Quarters from -3 to 3: exact in every field, and small. */
const quarters = array(integer({ min: -12, max: 12 }), { minLength: orbits.length, maxLength: orbits.length });

const place = (orbit: Orbit) => orbits.indexOf(orbit);

/** Coefficients in the nine orbits as doubles, for any batch of 4 and more samples. */
export const ultrasymmetricCoefficients = (): Arbitrary<Operator<number>> =>
  quarters.map((entries) => operatorOf((orbit) => entries[place(orbit)]! / 4));

/** Elements of the algebra; orbits that are empty at its batch have the coefficient zero. */
export const ultrasymmetricOperators = <T>(algebra: OperatorAlgebra<T>): Arbitrary<Operator<T>> =>
  quarters.map((entries) =>
    operatorOf((orbit) =>
      algebra.orbits.includes(orbit)
        ? algebra.field.fromRational(rational(entries[place(orbit)]!, 4))
        : algebra.field.zero,
    ),
  );

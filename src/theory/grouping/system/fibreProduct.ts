/**
 * Two event representations glued along the random elements S that both have, and the plain product of the paper beside it:
 *
 *   fibre:  P(a, s, b) = P1(a, s) P2(b, s)/P(s),       plain:  P(a, s, b, s') = P1(a, s) P2(b, s').
 *
 * The fibre product keeps both laws, and A and B are conditionally independent given S. The plain product has two independent copies of S.
 * Source: Algorithm 1, line "H <- product, O <- union". Ours: the fibre product.
 */
import { domainError } from "../../../numeric/domain.js";
import { assertShapes } from "../../../numeric/shape.js";
import { assertSameLaw } from "../probability/checkedLaw.js";
import { jointLawOf, placesIn, productOf } from "../probability/jointLaw.js";
import { assertModestSize } from "../probability/shapes.js";
import {
  type EventRepresentation,
  lawOfNamed,
  representationOf,
  representationShape,
  variablesNamed,
} from "./eventRepresentation.js";

function assertBoth(first: EventRepresentation, second: EventRepresentation): void {
  assertShapes({ first: representationShape, second: representationShape }, { first, second });
}

function sharedLaw(first: EventRepresentation, second: EventRepresentation, shared: readonly string[]) {
  const [own, other] = [lawOfNamed(first, shared), lawOfNamed(second, shared)];
  const remedy = "Shared random elements are glued where both sides give them one law.";
  const wrong = own.sizes.findIndex((size, i) => size !== other.sizes[i]);
  if (wrong >= 0) {
    const value = `"${shared[wrong]}" with ${other.sizes[wrong]} states`;
    throw domainError("second", value, `${own.sizes[wrong]} states, as in the first`, remedy);
  }
  assertSameLaw("second", other.weights, own.weights, { what: `the law of ${shared.join(", ")} in the first`, remedy });
  return own;
}

/**
 * The fibre product over the names that both have. Its names are those of the first, then the others of the second. Without shared names it is the plain product.
 * @throws TheoryError "domain" where the two give shared elements different laws (by more than 1e-9), and beyond 2^20 states.
 */
export function fibreProduct(first: EventRepresentation, second: EventRepresentation): EventRepresentation {
  assertBoth(first, second);
  const shared = first.names.filter((name) => second.names.includes(name));
  const rest = second.names.filter((name) => !shared.includes(name));
  const common = sharedLaw(first, second, shared).weights;
  const byShared = lawOfNamed(second, [...shared, ...rest]);
  const restSizes = byShared.sizes.slice(shared.length);
  const width = productOf(restSizes);
  assertModestSize("second", first.law.weights.length * width);
  const places = placesIn(first.law.sizes, variablesNamed(first, shared));
  const weights = new Array<number>(first.law.weights.length * width);
  for (const [i, p] of first.law.weights.entries()) {
    const s = places[i]!;
    for (let b = 0; b < width; b++) {
      weights[i * width + b] = p === 0 ? 0 : (p * byShared.weights[s * width + b]!) / common[s]!;
    }
  }
  return representationOf([...first.names, ...rest], jointLawOf([...first.law.sizes, ...restSizes], weights));
}

/** Names of the second that the first has get primes. */
function primed(name: string, taken: ReadonlySet<string>): string {
  return taken.has(name) ? primed(`${name}'`, taken) : name;
}

/**
 * The plain product of Algorithm 1 as printed. Names of the second that the first has as well get primes: they are independent copies.
 * Throws TheoryError "domain" beyond 2^20 states.
 */
export function plainProduct(first: EventRepresentation, second: EventRepresentation): EventRepresentation {
  assertBoth(first, second);
  assertModestSize("second", first.law.weights.length * second.law.weights.length);
  const taken = new Set(first.names);
  for (const name of second.names) taken.add(primed(name, taken));
  const weights = first.law.weights.flatMap((p) => second.law.weights.map((q) => p * q));
  return representationOf([...taken], jointLawOf([...first.law.sizes, ...second.law.sizes], weights));
}

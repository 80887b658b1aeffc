import { addPiece } from "../../../numeric/quadrature/pieces.js";

const REACH = 11;

/** int_0^length f for f algebraic at 0 and smooth beyond, in tanh-sinh up to 1 and Gauss-Legendre panels after. */
function fromSingularity(length: number, f: (x: number) => number): number {
  let sum = 0;
  const add = (x: number, weight: number) => {
    sum += weight * f(x);
  };
  addPiece({ from: 0, to: Math.min(1, length), regular: false }, 36, false, add);
  for (let from = 1; from < length; from += 2) {
    addPiece({ from, to: Math.min(length, from + 2), regular: true }, 20, false, add);
  }
  return sum;
}

/**
 * E f(|x|) g(|y|) over the quadrant of x = sx z1 > 0 and y = sy (c z1 + sqrt(1-c^2) z2) of the sign `side`, z1 and z2 independent
 * standard normals, f and g algebraic at 0 at most. One integral inside the other, by no kernel. 1e-10 relative for |c| <= 0.9.
 */
export function normalPair(
  f: (x: number) => number,
  g: (y: number) => number,
  deviations: readonly [number, number],
  c: number,
  side: 1 | -1 = 1,
): number {
  const rest = Math.sqrt((1 - c) * (1 + c));
  const [first, second] = deviations;
  const total = fromSingularity(REACH, (z1) => {
    // y has the right sign for side z2 > wall; t is the distance from there
    const wall = (-side * c * z1) / rest;
    if (wall > REACH) return 0;
    const inner = fromSingularity(REACH - wall, (t) => {
      const z2 = wall + t;
      return g(second * rest * t) * Math.exp((-z2 * z2) / 2);
    });
    return f(first * z1) * Math.exp((-z1 * z1) / 2) * inner;
  });
  return total / (2 * Math.PI);
}

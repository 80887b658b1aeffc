import type { TheoremId } from "../../theorem.js";
import { theorem } from "../../theorem.js";
import { rightSide } from "../ways/formula.js";
import { gradientParts, type Parts, type Space } from "../ways/gradientParts.js";
import { homogeneousNotation } from "../ways/homogeneousChecks.js";
import { homogeneousParameters } from "../ways/parameters.js";
import { exactly, proofNamed } from "../ways/proofNamed.js";

export interface PartStatement {
  readonly part: keyof Parts;
  readonly space: Space;
  /** "C.5". */
  readonly number: string;
  /** "c5". */
  readonly slug: string;
  /** The operator inside the mean. */
  readonly what: string;
  readonly uses: readonly TheoremId[];
}

const names = { G: "span(G)", L: "L", M: "M" } as const;

/** Theorems C.5, C.8 and C.10: one eigenvalue of one part of the gradient's operator. */
export function gradientPartTheorem({ part, space, number, slug, what, uses }: PartStatement) {
  const proof = `theorem-${slug}-${space.toLowerCase()}`;
  const { claim } = proofNamed(proof);
  return theorem({
    id: `batchnorm/theorem-c-${number.slice(2)}-${space.toLowerCase()}`,
    kind: "theorem",
    title: `The eigenvalue on ${names[space]} of the part ${what} of the gradient's operator`,
    notation: {
      ...homogeneousNotation,
      [`lambda_${part}`]: `the eigenvalue of B^alpha/mu G2 ${part}, ${part}{Lambda} the mean of ${what} over y ~ N(0, G) and a power of |y|`,
    },
    parameters: homogeneousParameters,
    assumptions: [],
    claim,
    source: [{ key: "yang2019", at: `Theorem ${number}` }],
    uses,
    proof: { kind: "steps", file: "proofs/batchnorm/gradientParts.ts" },
    checks: [
      exactly(proof),
      {
        kind: "routes",
        left: {
          name: "its Rayleigh quotient by moments of two samples",
          evaluate: (values) => gradientParts(values, space)[part],
        },
        right: rightSide(claim),
        tolerance: {
          unit: "abs",
          limit: 1e-7,
          why: "values up to 1e5 near degree 1/2, to 1e-12 relative, that change sign on M",
        },
      },
    ],
  });
}

/**
 * Diagonal-off-diagonal semidirect operators (B.54): T{E}_ii = u E_ii and T{E}_ij = v (E_ii + E_jj) + w E_ij for i != j. The
 * derivative of every Sigma -> E[phi(z) phi(z)^T] at an exchangeable Sigma is one of them.
 *
 *   B.55, B.56   T{L(a, b)} = L(u a, w b - v a): eigenmatrices L(w-u, v) with u and L(0, 1) with w
 *   B.58, B.59   T{BSB1(a, b)} = BSB1(u a, w b + 2 v a): BSB1(u-w, 2v) with u and BSB1(0, 1) with w. (The text of B.59 prints
 *                BSB1(w-u, wv), which is none; its display is right.)
 *   B.61, B.62   for u != w: w on the B(B-1)/2 dimensions of matrices without diagonal (of H_B, not of S_B as printed), u on the B
 *                dimensions that the images of the underlined L(w-u, v) span
 *   B.57, B.60, B.63   after centring: on span(G), L and M.
 *
 * B.62 needs u != w: DOS(u, v, u) with v != 0 satisfies (T-u)^2 = 0 without being u, and has no basis of eigenmatrices.
 */
import { minus, over, plus, type Term, term, times } from "../../src/symbolic/build.js";
import { DerivationBuilder } from "../../src/symbolic/derivation/builder.js";
import type { Derivation } from "../../src/symbolic/derivation/derivation.js";
import { type Expression, symbol } from "../../src/symbolic/expression.js";
import { type Comparison, equation } from "../../src/symbolic/proposition.js";
import type { Proof } from "../proof.js";
import {
  at,
  bsb1,
  cycle,
  difference,
  dos,
  image,
  type Matrix,
  offDiagonal,
  operatorSetting,
  project,
  projectionStep,
  same,
  scaled,
  star,
} from "./operators.js";
import { spaceName } from "./spaces.js";

const operator = dos("u", "v", "w");
const less = (k: number) => minus("B", k);

/** T{E(a, b)} = E(u a, second). */
interface Kind {
  readonly name: string;
  readonly matrix: (a: Term, b: Term) => Matrix;
  readonly second: Expression;
  /** The coordinates of the eigenmatrix of u. */
  readonly root: readonly [Expression, Expression];
}

const L: Kind = {
  name: "L",
  matrix: difference,
  second: minus(times("w", "b"), times("v", "a")),
  root: [minus("w", "u"), symbol("v")],
};

export const underlined: Kind = { ...L, name: "underlined L", matrix: star };

const BSB1: Kind = {
  name: "BSB1",
  matrix: bsb1,
  second: plus(times("w", "b"), times(2, "v", "a")),
  root: [minus("u", "w"), times(2, "v")],
};

/** a' = u a and b' = second, as steps. */
export function imageSteps(builder: DerivationBuilder, { name, matrix, second }: Kind): readonly [number, number] {
  const holds = same(image(operator, matrix("a", "b")), matrix(times("u", "a"), second));
  const rule = `T{${name}(a, b)} = ${name}(a', b'), in every entry`;
  return [
    builder.confirm(equation(symbol("a'"), times("u", "a")), rule, [], holds),
    builder.confirm(equation(symbol("b'"), second), rule, [], holds),
  ];
}

interface Statement {
  readonly slug: string;
  readonly title: string;
  readonly source: string;
  readonly claim: Comparison;
}

function proof({ slug, ...rest }: Statement, steps: (builder: DerivationBuilder, claim: Comparison) => void): Proof {
  const prove = (): Derivation => {
    const builder = new DerivationBuilder(operatorSetting);
    steps(builder, rest.claim);
    return builder.finish();
  };
  return Object.freeze({ id: `batchnorm/${slug}`, ...rest, prove });
}

/** T{E} = u E, both coordinates at once. */
const rootClaim = equation(
  plus(times("x", "a'"), times("y", "b'")),
  times("u", plus(times("x", "a"), times("y", "b"))),
);

const rootProof = (kind: Kind, statement: Omit<Statement, "claim">): Proof =>
  proof({ ...statement, claim: rootClaim }, (builder, claim) => {
    const mapped = imageSteps(builder, kind);
    const coordinates = ["a", "b"].map((name, k) =>
      builder.define(symbol(name), kind.root[k]!, "definition of the eigenmatrix"),
    );
    builder.deduce(claim, "both coordinates at once: an identity in x and y", [...mapped, ...coordinates]);
  });

const withoutDiagonal = proof(
  {
    slug: "theorem-b62-w",
    title: "A DOS operator has the eigenvalue w on matrices without diagonal",
    source: "Theorem B.62; Definition B.61 corrected",
    claim: equation(symbol("E'_12"), times("w", "E_12")),
  },
  (builder, claim) => {
    const holds = same(image(operator, offDiagonal), scaled("w", offDiagonal));
    builder.confirm(
      claim,
      "every entry, E zero outside four samples and on the diagonal: such E span the space",
      [],
      holds,
    );
  },
);

const multiplicities = proof(
  {
    slug: "theorem-b62-dimensions",
    title: "The multiplicities B and B(B-1)/2 of a DOS operator",
    source: "Theorem B.62",
    claim: equation(
      plus(times("B", at("11|11")), times("B", less(1), at("12|12"))),
      plus(times("B", "u"), times(over(times("B", less(1)), 2), "w")),
    ),
  },
  (builder, claim) => {
    const first = builder.define(at("11|11"), symbol("u"), "definition of DOS(u, v, w)");
    const second = builder.define(at("12|12"), over("w", 2), "definition, averaged over [12|12] and [12|21]");
    builder.deduce(claim, "the trace, the sum of [kl|kl]: an identity in u and w", [first, second]);
  },
);

/** b'' of T{T{E}} for w = u. */
const shear = proof(
  {
    slug: "theorem-b62-double",
    title: "DOS(u, v, u) is not diagonalisable unless v = 0",
    source: "Theorem B.62, the case u = w that it leaves out",
    claim: equation(minus(minus("b''", times("u", "b'")), times("u", minus("b'", times("u", "b")))), term(0)),
  },
  (builder, claim) => {
    const equal = dos("u", "v", "u");
    const second = minus(times("u", "b"), times("v", "a"));
    const holds = same(image(equal, star("a", "b")), star(times("u", "a"), second));
    const rule = "the underlined L(a, b) under DOS(u, v, u), in every entry";
    const diagonal = builder.confirm(equation(symbol("a'"), times("u", "a")), rule, [], holds);
    const once = builder.confirm(equation(minus("b'", times("u", "b")), times(-1, "v", "a")), rule, [], holds);
    const twice = builder.define(minus("b''", times("u", "b'")), times(-1, "v", "a'"), "the same of T{E}", [once]);
    builder.deduce(claim, "(T-u)^2 vanishes, while T-u does not", [diagonal, once, twice]);
  },
);

/** Theorem B.63. */
export const centredDos = {
  G: equation(symbol("lambda_G"), over(plus(times(less(1), minus("u", times(2, "v"))), "w"), "B")),
  L: equation(symbol("lambda_L"), over(plus(times(less(2), minus("u", times(2, "v"))), times(2, "w")), "B")),
  M: equation(symbol("lambda_M"), symbol("w")),
} as const;

const centredProof = (space: "G" | "L", kind: Kind, eigenmatrix: readonly [Expression, Expression], source: string) =>
  proof(
    {
      slug: `theorem-b63-${space.toLowerCase()}`,
      title: `A centred DOS operator on ${spaceName(space)}`,
      source,
      claim: centredDos[space],
    },
    (builder, claim) => {
      const mapped = imageSteps(builder, kind);
      const coordinates = ["a", "b"].map((name, k) =>
        builder.define(symbol(name), eigenmatrix[k]!, "definition of the eigenmatrix"),
      );
      builder.deduce(claim, "substitution", [projectionStep(builder, space), ...mapped, ...coordinates]);
    },
  );

const centredM = proof(
  { slug: "theorem-b63-m", title: "A centred DOS operator on M", source: "Theorem B.63", claim: centredDos.M },
  (builder, claim) => {
    const mapped = image(operator, cycle);
    const holds = same(mapped, scaled("w", cycle)) && same(image(project, mapped), mapped);
    builder.confirm(claim, "every entry of T{E} and of G T{E} G, E the cycle 1-2-3-4", [], holds);
  },
);

export const dosOperators: readonly Proof[] = Object.freeze([
  rootProof(L, { slug: "lemma-b56", title: "A DOS operator on L(w-u, v)", source: "Lemmas B.55, B.56" }),
  rootProof(BSB1, {
    slug: "lemma-b59",
    title: "A DOS operator on BSB1(u-w, 2v)",
    source: "Lemmas B.58, B.59 (its display)",
  }),
  rootProof(underlined, {
    slug: "theorem-b62-u",
    title: "A DOS operator on the underlined L(w-u, v)",
    source: "Theorem B.62",
  }),
  withoutDiagonal,
  multiplicities,
  shear,
  centredProof("G", BSB1, [less(1), term(-1)], "Lemma B.60; Theorem B.63"),
  centredProof("L", L, [less(2), term(1)], "Lemma B.57; Theorem B.63"),
  centredM,
]);

/** What the closed forms and expansions of the kernels rest on, beyond the paper. Both sides of each are evaluated in doubles. */
import { theorem } from "../../theorem.js";
import { formula, rightSide, sides } from "../ways/formula.js";
import { identityNamed } from "../ways/identityNamed.js";
import { exactly } from "../ways/proofNamed.js";

interface Relation {
  readonly slug: string;
  readonly name: string;
  readonly title: string;
  readonly degree: readonly [number, number];
  readonly reach: number;
  readonly limit: number;
  readonly why: string;
}

const relations: readonly Relation[] = [
  {
    slug: "equation",
    name: "kernel/equation",
    title: "J_alpha solves (1-c^2) J'' + (2 alpha - 1) c J' = alpha^2 J",
    degree: [-0.5, 8],
    reach: 0.95,
    limit: 1e-9,
    why: "second derivatives of the series near the edge",
  },
  {
    slug: "power-series",
    name: "kernel/power-series",
    title: "The power series of J_alpha about 0",
    degree: [-0.5, 8],
    reach: 0.99,
    limit: 1e-10,
    why: "the even and the odd part cancel near c = -1",
  },
  {
    slug: "edge",
    name: "kernel/edge",
    title: "J_alpha as its hypergeometric series about c = -1",
    degree: [-0.5, 8],
    reach: 0.999,
    limit: 1e-12,
    why: "positive terms and Gamma functions",
  },
  {
    slug: "reflection",
    name: "kernel/reflection",
    title: "J_alpha(c) + J_alpha(-c)/cos(pi alpha) is regular at c = 1",
    degree: [-0.4, 0.4],
    reach: 0.99,
    limit: 1e-12,
    why: "1/cos(pi alpha) is below 4 here",
  },
  {
    slug: "wronskian",
    name: "kernel/wronskian",
    title: "A relation of Legendre's kind between J_alpha at c and at -c",
    degree: [0.5, 8],
    reach: 0.95,
    limit: 1e-9,
    why: "slopes by series, which cancel near the edge",
  },
];

function relationOf({ slug, name, title, degree, reach, limit, why }: Relation) {
  const { claim } = identityNamed(name);
  const { left } = sides(claim);
  return theorem({
    id: `batchnorm/kernel-${slug}`,
    kind: "formula",
    title,
    parameters: {
      alpha: { set: "real", min: degree[0], max: degree[1], open: "min", doc: "degree" },
      c: { set: "real", min: -reach, max: reach, doc: "correlation" },
    },
    assumptions: [],
    claim,
    source: [{ key: "cho2009", at: "eq. (3); this form is ours" }],
    uses: ["batchnorm/definition-h-4"],
    proof: { kind: "steps", file: "proofs/batchnorm/kernelIdentities.ts" },
    checks: [
      exactly(`kernel-${slug}`),
      {
        kind: "routes",
        left: formula("the claim's left side, evaluated as it stands", left),
        right: rightSide(claim),
        tolerance: { unit: "abs", limit, why },
      },
    ],
  });
}

export const kernelRelations = relations.map(relationOf);

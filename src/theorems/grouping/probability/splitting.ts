import { splittingKernel, splittingLaw } from "../../../../proofs/grouping/extensions.js";
import { times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { equation } from "../../../symbolic/proposition.js";
import { dependence } from "../../../theory/grouping/probability/conditionalMutualInformation.js";
import { copyOf } from "../../../theory/grouping/probability/extension.js";
import { jointLawOfElements } from "../../../theory/grouping/probability/jointLaw.js";
import { probabilitySpace } from "../../../theory/grouping/probability/probabilitySpace.js";
import { randomElement } from "../../../theory/grouping/probability/randomElement.js";
import { splittingExtension } from "../../../theory/grouping/probability/splittingExtension.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { rounding, seed, size } from "../ways/parameters.js";
import { randomKernel, randomLaw, range, streamOf } from "../ways/randomSpaces.js";

interface Sizes {
  readonly m: number;
  readonly k: number;
  readonly r: number;
  readonly seed: number;
}

/** nu, Q and the space of (T2, T1) on which T2 has the law nu Q. */
function drawn({ m, k, r, seed: own }: Sizes) {
  const stream = streamOf(own, 10);
  const [nu, Q, before] = [randomLaw(stream, r), randomKernel(stream, r, k), randomKernel(stream, k, m)];
  const evidence = range(k).map((y) => nu.reduce((sum, p, t) => sum + p * Q.rows[t]![y]!, 0));
  const space = probabilitySpace(evidence.flatMap((p, y) => before.rows[y]!.map((q) => p * q)));
  const points = range(k * m);
  const T1 = randomElement(
    space,
    points.map((point) => point % m),
    { states: m },
  );
  const T2 = randomElement(
    space,
    points.map((point) => Math.floor(point / m)),
    { states: k },
  );
  return { nu, Q, T1, T2 };
}

/** T1, T2 and T3 on the extension. */
function split(sizes: Sizes) {
  const { nu, Q, T1, T2 } = drawn(sizes);
  const extended = splittingExtension(T2, nu, Q);
  return jointLawOfElements([copyOf(extended, T1), extended.original, extended.external]);
}

export const splitting = theorem({
  id: "grouping/definition-a-7",
  kind: "definition",
  title:
    "A splitting extension adds T3 of law nu such that T2 given T3 has the law Q(T3, .), and T3 is independent of what was there given T2.",
  notation: { P_ty: "P(T3 = t, T2 = y) on the extension", nu_t: "nu({t})", Q_ty: "Q(t, {y})" },
  parameters: {
    m: size(1, 4, "States of T1."),
    k: size(1, 4, "States of T2."),
    r: size(1, 4, "States of T3."),
    seed,
  },
  assumptions: [],
  claim: equation(symbol("P_ty"), times("nu_t", "Q_ty")),
  source: paper("Definition A.7"),
  uses: ["grouping/definition-a-6"],
  proof: { kind: "steps", file: "proofs/grouping/extensions.ts" },
  checks: [
    {
      kind: "exact",
      proofs: [splittingLaw, splittingKernel],
      because: "they end in the law of T3 and in that of T2 given T3, whose product is the claim, for two states each",
    },
    {
      kind: "routes",
      left: {
        name: "the joint law of T2 and T3 on the extension",
        evaluate: (sizes) => {
          const { weights } = split(sizes);
          const { m, k, r } = sizes;
          return range(r).flatMap((t) =>
            range(k).map((y) => range(m).reduce((sum, x) => sum + weights[(x * k + y) * r + t]!, 0)),
          );
        },
      },
      right: {
        name: "nu times Q",
        evaluate: (sizes) => {
          const { nu, Q } = drawn(sizes);
          return nu.flatMap((p, t) => Q.rows[t]!.map((q) => p * q));
        },
      },
      tolerance: rounding,
    },
    {
      kind: "routes",
      left: {
        name: "dependence of T1 and T3 given T2",
        evaluate: (sizes) => dependence(split(sizes), [0], [2], [1]),
      },
      right: { name: "0", evaluate: () => 0 },
      tolerance: rounding,
    },
  ],
});

import { singularValues } from "../../../numeric/linearAlgebra/singularValues.js";
import { call, integer, symbol } from "../../../symbolic/expression.js";
import { compare, equation } from "../../../symbolic/proposition.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { seed, size } from "../ways/parameters.js";
import { gaussians, streamOf } from "../ways/randomObjects.js";
import { rounding, vanishing } from "./settings.js";

interface Setting {
  readonly C: number;
  readonly J: number;
  readonly seed: number;
}

/** J random fan-outs of observers and a group sum s, which is orthogonal to all of them where there are fewer than C. */
function observersOf({ C, J, seed: from }: Setting) {
  const stream = streamOf(from, 15);
  const fanOuts = Array.from({ length: J }, () => gaussians(stream, C));
  let s = gaussians(stream, C);
  if (J >= C) return { fanOuts, s };
  const basis: number[][] = [];
  for (const v of [...fanOuts, s]) {
    const rest = [...basis, ...basis].reduce((left, e) => {
      const along = left.reduce((sum, entry, c) => sum + entry * e[c]!, 0);
      return left.map((entry, c) => entry - along * e[c]!);
    }, v);
    basis.push(rest.map((entry) => entry / Math.hypot(...rest)));
  }
  s = basis.at(-1)!;
  return { fanOuts, s };
}

const seenSum = ({ fanOuts, s }: ReturnType<typeof observersOf>): number =>
  Math.hypot(...fanOuts.map((v) => v.reduce((sum, entry, c) => sum + entry * s[c]!, 0)));

export const equations47To50 = theorem({
  id: "alignment/equations-47-50",
  kind: "formula",
  title:
    "Each observer o of an unaligned group sees v_o.s = sum |w_k| beta_ok, s = sum v_k |w_k|; C observers with independent fan-outs leave s = 0, fewer do not.",
  notation: {
    sigma: "smallest singular value of the stacked fan-outs of the observers; 0 for fewer than C observers",
    s: "|sum v_k |w_k||, the length of the group's sum",
    z: "length of the list of v_o.s over the observers",
  },
  parameters: { C: size(1, 6, "Number of outputs C."), J: size(1, 8, "Number of observers."), seed },
  assumptions: [],
  claim: compare("LessEqual", call("Multiply", symbol("sigma"), symbol("s")), symbol("z")),
  source: paper("eqs. (47) to (50)"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "smallest singular value times |s|",
        evaluate: (setting) => {
          const { fanOuts, s } = observersOf(setting);
          return (setting.J < setting.C ? 0 : singularValues(fanOuts).at(-1)!) * Math.hypot(...s);
        },
      },
      right: { name: "what the observers see", evaluate: (setting) => seenSum(observersOf(setting)) },
      tolerance: rounding,
    },
  ],
  printed: {
    claim: equation(symbol("s"), integer(0)),
    says: "Eq. (49) stacks J observers: with J < C their fan-outs may be independent and s != 0 orthogonal to them all. It must be C of them.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { C: 3, J: 2, seed: 1 },
      left: {
        name: "|s| where every observer sees zero",
        evaluate: (setting) => {
          const found = observersOf(setting);
          return seenSum(found) < 1e-12 ? Math.hypot(...found.s) : 0;
        },
      },
      right: { name: "zero", evaluate: () => 0 },
      tolerance: vanishing,
    },
  },
});

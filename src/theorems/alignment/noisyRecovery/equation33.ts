import { call, integer, symbol } from "../../../symbolic/expression.js";
import { compare } from "../../../symbolic/proposition.js";
import { misalignment } from "../../../theory/alignment/noisyRecovery/misalignment.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { size } from "../ways/parameters.js";

interface Setting {
  readonly d: number;
  readonly theta: number;
}

/** Two unit vectors at an angle theta, in the first two coordinates, without biases. */
const rowsOf = ({ d, theta }: Setting) =>
  [
    [1, ...new Array<number>(d).fill(0)],
    [Math.cos(theta), Math.sin(theta), ...new Array<number>(d - 1).fill(0)],
  ] as const;

const chord = (setting: Setting, sign: (cosine: number) => number): number => {
  const [a, b] = rowsOf(setting);
  const s = sign(Math.cos(setting.theta));
  return Math.hypot(...b.map((entry, i) => entry - s * a[i]!));
};

const twiceSine = { name: "2 sin theta~", evaluate: (setting: Setting) => 2 * misalignment(...rowsOf(setting)).sine };
const tolerance = { unit: "abs", limit: 1e-14, why: "rounding of numbers of order 1" } as const;

export const equation33 = theorem({
  id: "alignment/equation-33",
  kind: "formula",
  title: "For unit weights |w~' - s w~| <= 2 sin theta~ with the better sign s = 1 or -1.",
  notation: { t: "|w~' - s w~|, s the sign of w~.w~'", "t'": "|w~' - w~|", S: "sin theta~" },
  parameters: {
    d: size(2, 6, "Number of inputs."),
    theta: { set: "real", min: 0, max: Math.PI, doc: "The angle theta~ between the weights." },
  },
  assumptions: [],
  claim: compare("LessEqual", symbol("t"), call("Multiply", integer(2), symbol("S"))),
  source: paper("between eqs. (33) and (34)"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: { name: "the chord with the better sign", evaluate: (setting) => chord(setting, (c) => (c < 0 ? -1 : 1)) },
      right: twiceSine,
      tolerance,
    },
  ],
  printed: {
    claim: compare("LessEqual", symbol("t'"), call("Multiply", integer(2), symbol("S"))),
    says: "|w~' - w~| = 2 sin(theta~/2) <= 2 sin theta~ holds up to theta~ = 2 pi/3 only; for nearly opposite weights the left side is 2 and the right side 0. (b'_j in eqs. (32) and (33) is b_j'.)",
    damaged: false,
    refutation: {
      kind: "point",
      at: { d: 2, theta: 3 },
      relation: "LessEqual",
      left: { name: "the chord as printed", evaluate: (setting) => chord(setting, () => 1) },
      right: twiceSine,
      tolerance,
    },
  },
});

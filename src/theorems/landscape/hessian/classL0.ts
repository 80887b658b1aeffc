import { minus, over, plus, times } from "../../../symbolic/build.js";
import { symbol } from "../../../symbolic/expression.js";
import { compare, equation } from "../../../symbolic/proposition.js";
import { pointLoss } from "../../../theory/landscape/hessian/pointLoss.js";
import { theorem } from "../../theorem.js";
import { paper } from "../paper.js";
import { losses } from "./settings.js";

const at = (place: string) => symbol(`l_${place}`);
const tolerance = { unit: "abs", limit: 1e-12, why: "rounding of numbers up to 40" } as const;
const real = (doc: string) => ({ set: "real", min: -5, max: 5, doc }) as const;
const label = ({ loss, y }: { readonly loss: "hinge" | "abs"; readonly y: number }) =>
  loss === "hinge" ? (y < 0 ? -1 : 1) : y;

export const classL0 = theorem({
  id: "landscape/class-l0",
  kind: "definition",
  title: "A loss of the class L0 is convex, at least 0 with minimum 0, and has second derivative 0 except at kinks.",
  notation: { l_a: "l(a, y)", l_b: "l(b, y)", l_between: "l(u a + (1 - u) b, y)", l_mid: "l((a + b)/2, y)" },
  parameters: {
    loss: losses,
    a: real("An output."),
    b: real("Another one."),
    u: { set: "real", min: 0, max: 1, doc: "Where between them." },
    y: real("Label; its sign for the hinge loss."),
  },
  assumptions: [],
  claim: compare("LessEqual", at("between"), plus(times("u", at("a")), times(minus(1, "u"), at("b")))),
  source: paper("section 5, the class L0"),
  uses: [],
  proof: { kind: "cited" },
  checks: [
    {
      kind: "routes",
      relation: "LessEqual",
      left: {
        name: "the loss between",
        evaluate: ({ loss, a, b, u, y }) => pointLoss(loss, u * a + (1 - u) * b, label({ loss, y })).value,
      },
      right: {
        name: "between the losses",
        evaluate: ({ loss, a, b, u, y }) => {
          const own = (T: number) => pointLoss(loss, T, label({ loss, y })).value;
          return u * own(a) + (1 - u) * own(b);
        },
      },
      tolerance,
    },
    {
      kind: "routes",
      left: {
        name: "value, slope and curvature",
        evaluate: ({ loss, a, y }) => {
          const { value, slope, curvature } = pointLoss(loss, a, label({ loss, y }));
          return [value, slope, curvature];
        },
      },
      right: {
        name: "|x| and its sign: hinge is (|1 - yT| + 1 - yT)/2",
        evaluate: ({ loss, a, y }) => {
          const sign = label({ loss, y });
          if (loss === "abs") return [Math.sqrt((a - y) ** 2), Math.sign(a - y), 0];
          const gap = 1 - sign * a;
          return [(Math.abs(gap) + gap) / 2, (-sign * (Math.sign(gap) + Math.abs(Math.sign(gap)))) / 2, 0];
        },
      },
      tolerance,
    },
  ],
  printed: {
    claim: equation(at("mid"), over(plus(at("a"), at("b")), 2)),
    says: "Printed is a second derivative that is zero, without exceptions: then l is affine, and from 0 up, so it is constant and, its minimum being 0, it is 0.",
    damaged: false,
    refutation: {
      kind: "point",
      at: { loss: "hinge", a: 0, b: 2, u: 0.5, y: 1 },
      left: {
        name: "the hinge loss half way",
        evaluate: ({ loss, a, b, y }) => pointLoss(loss, (a + b) / 2, label({ loss, y })).value,
      },
      right: {
        name: "the mean of the two losses",
        evaluate: ({ loss, a, b, y }) =>
          (pointLoss(loss, a, label({ loss, y })).value + pointLoss(loss, b, label({ loss, y })).value) / 2,
      },
      tolerance,
    },
  },
});

import type { DysonEquation } from "../dysonEquation.js";
import type { Packed, SelfEnergy } from "../selfEnergy.js";
import { scaleOf } from "./scaleOf.js";

export interface Normalised {
  /** Of (H - centre) / unit: of scale 1, about. */
  readonly equation: DysonEquation;
  readonly centre: number;
  /** A power of 2, so that divisions by it are exact. */
  readonly unit: number;
}

/**
 * The equation in units of its own scale, from the middle of A: G of H is G of the other over `unit`, at (z - centre) / unit. The solver
 * sees only such equations, which makes it as accurate for 1e-8 H and H + 1e8 I as for H. The centre is a multiple of the unit, 0 for most.
 */
export function normalised(equation: DysonEquation): Normalised {
  const { selfEnergy, mean, meanRange, real } = equation;
  const [low, high] = meanRange;
  const exponent = Math.round(Math.log2(scaleOf(equation)));
  const unit = 2 ** Math.max(-500, Math.min(500, exponent));
  const centre = unit * Math.round((low / 2 + high / 2) / unit);
  if (unit === 1 && centre === 0) return { equation, centre, unit };
  const step = selfEnergy.structure === "diagonal" ? 1 : selfEnergy.size + 1;
  const moved: Packed = {
    re: mean.re.map((value, k) => (k % step === 0 ? value - centre : value) / unit),
    im: mean.im.map((value) => value / unit),
  };
  const range = [(low - centre) / unit, (high - centre) / unit] as const;
  return {
    equation: { selfEnergy: inUnits(selfEnergy, unit), mean: moved, meanRange: range, real },
    centre,
    unit,
  };
}

function inUnits(selfEnergy: SelfEnergy, unit: number): SelfEnergy {
  const square = unit * unit;
  return {
    ...selfEnergy,
    norm: selfEnergy.norm / square,
    apply: (R, out) => {
      selfEnergy.apply(R, out);
      for (let k = 0; k < out.re.length; k++) {
        out.re[k] /= square;
        out.im[k] /= square;
      }
    },
  };
}

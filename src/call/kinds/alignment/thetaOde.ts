import * as z from "zod";
import { isTheoryError } from "../../../errors.js";
import { angleAt } from "../../../theory/alignment/dynamics/angleAt.js";
import type { GateProfile } from "../../../theory/alignment/dynamics/gateProfile.js";
import { leadingTime } from "../../../theory/alignment/dynamics/leadingTime.js";
import { timeToAngle } from "../../../theory/alignment/dynamics/timeToAngle.js";
import { kind } from "../../kind.js";
import { number, real } from "../../schemas.js";
import { gateProfile, standardProfile } from "./gateProfile.js";
import { solverFields, solverNote } from "./reached.js";

/** null where the time does not diverge like 1/(pi - theta): psi has no simple zero at pi, or nothing moves. */
function leadingOrNull(theta0: number, target: number, alpha: number, psi: GateProfile): number | null {
  if (alpha === 0) return null;
  try {
    return leadingTime(theta0, target, alpha, { psi }).value;
  } catch (error) {
    if (isTheoryError(error) && error.details.parameter.startsWith("psi")) return null;
    throw error;
  }
}

export const thetaOde = kind({
  name: "theta_ode",
  area: "alignment",
  doc: "the angle between two nodes under d theta/dt = -alpha psi(theta) sin(theta) (Eqn 10)",
  inputs: z.strictObject({
    theta0: number.describe("Angle at time 0, radians, in [0, pi]."),
    alpha: number.describe("Where alpha psi(theta) > 0 theta falls, where it is < 0 theta grows."),
    t: number.describe("Time, at least 0."),
    theta_target: number.describe("An angle ahead of theta0: below it where theta falls, above it where it grows."),
    psi: z.string().optional().describe(`A formula in theta; default "${standardProfile}".`),
  }),
  result: z.object({
    theta_t: real.describe("theta(t)."),
    time_to_target: real,
    leading: real
      .nullable()
      .describe("Of time_to_target for theta0 near pi; null where psi has no simple zero at pi, or alpha = 0."),
    ...solverFields,
  }),
  example: { theta0: 2.5, alpha: 1, t: 5, theta_target: 1, psi: standardProfile },
  names: { target: "theta_target", formula: "psi" },
  infinities: true,
  compute({ theta0, alpha, t, theta_target, psi: text = standardProfile }) {
    const psi = gateProfile(text);
    const angle = angleAt(theta0, alpha, t, { psi });
    const time = timeToAngle(theta0, theta_target, alpha, { psi });
    return {
      ...{ theta_t: angle.value, time_to_target: time.value },
      leading: leadingOrNull(theta0, theta_target, alpha, psi),
      ...solverNote(angle.converged ? time : angle),
    };
  },
});

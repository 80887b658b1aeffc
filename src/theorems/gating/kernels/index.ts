import type { Theorem } from "../../theorem.js";
import { cones } from "./cones.js";
import { constantExperts } from "./constantExperts.js";
import { meanOutput } from "./meanOutput.js";
import { meanTangent } from "./meanTangent.js";
import { overlapDefinite } from "./overlapDefinite.js";
import { overlapKernel } from "./overlapKernel.js";
import { strictSilent } from "./strictSilent.js";
import { tangentGates } from "./tangentGates.js";
import { tangentKernel } from "./tangentKernel.js";
import { traceNormalised } from "./traceNormalised.js";

/** The overlap kernel and the tangent kernels. */
export const kernels: readonly Theorem[] = Object.freeze([
  overlapKernel,
  strictSilent,
  overlapDefinite,
  traceNormalised,
  constantExperts,
  meanOutput,
  cones,
  tangentKernel,
  tangentGates,
  meanTangent,
]);

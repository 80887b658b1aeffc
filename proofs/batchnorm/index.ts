import type { Proof } from "../proof.js";
import { anyPhi } from "./anyPhi.js";
import { backwardEigenvalues } from "./backwardEigenvalues.js";
import { centredEigenvalues } from "./centredEigenvalues.js";
import { collapse } from "./collapse.js";
import { covarianceDerivative } from "./covarianceDerivative.js";
import { crossBatch } from "./crossBatch.js";
import { dosOperators } from "./dosOperators.js";
import { forwardEigenvalues } from "./forwardEigenvalues.js";
import { gradientParts } from "./gradientParts.js";
import { identity } from "./identity.js";
import { kernelIdentities } from "./kernelIdentities.js";
import { largeBatch } from "./largeBatch.js";
import { lemmaC9 } from "./lemmaC9.js";
import { polynomials } from "./polynomials.js";
import { rateCancelled } from "./rateCancelled.js";
import { theorem1 } from "./theorem1.js";
import { theorem2 } from "./theorem2.js";
import { theorem4 } from "./theorem4.js";
import { theorem5 } from "./theorem5.js";
import { theorem6 } from "./theorem6.js";
import { theorem7 } from "./theorem7.js";
import { theorem8 } from "./theorem8.js";
import { theorem9 } from "./theorem9.js";
import { theoremC11 } from "./theoremC11.js";
import { weightGradients } from "./weightGradients.js";

/** Operators, the fixed point, and the spectra forward and backward (the paper's appendices B and C). */
const spectra: readonly Proof[] = [
  ...theorem1,
  ...centredEigenvalues,
  ...dosOperators,
  ...covarianceDerivative,
  ...theorem2,
  ...theorem4,
  ...theorem5,
  ...anyPhi,
  ...theorem6,
  ...forwardEigenvalues,
  theorem7,
  theorem8,
  rateCancelled,
  lemmaC9,
  ...gradientParts,
  ...theoremC11,
  ...backwardEigenvalues,
  ...polynomials,
];

/** Linear networks, Theorem 9, two batches, weight gradients, large batches, kernels. */
const others: readonly Proof[] = [
  ...identity,
  ...theorem9,
  ...crossBatch,
  ...weightGradients,
  ...largeBatch,
  collapse,
  ...kernelIdentities,
];

/** Every proof about batch normalisation, in the order in which they are read. */
export const proofs: readonly Proof[] = Object.freeze([...spectra, ...others]);

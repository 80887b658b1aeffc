export {
  activationTexts as activations,
  homogeneous,
  kinked,
  polynomials,
  smooth,
} from "../../src/verification/arbitraries/activationTexts.js";
export { batches } from "../../src/verification/arbitraries/batches.js";

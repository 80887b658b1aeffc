import { DerivationBuilder, type Setting } from "../src/symbolic/derivation/builder.js";
import type { Rational } from "../src/symbolic/rational.js";
import type { Erratum, Proof } from "./proof.js";

const unconditional: Setting = { assumptions: [], domains: {} };

/** A proof from what it says and its steps; the last step that they add is the claim. */
export const proofBy = (
  said: Omit<Proof, "prove">,
  steps: (builder: DerivationBuilder) => void,
  setting: Setting = unconditional,
): Proof => Object.freeze({ ...said, prove: () => derivationBy(steps, setting) });

/** An erratum likewise; the last step is the corrected statement. */
export const erratumBy = (
  said: Omit<Erratum, "prove">,
  steps: (builder: DerivationBuilder) => void,
  setting: Setting = unconditional,
): Erratum =>
  Object.freeze({
    ...said,
    counterexample: Object.freeze<Readonly<Record<string, Rational>>>({ ...said.counterexample }),
    prove: () => derivationBy(steps, setting),
  });

function derivationBy(steps: (builder: DerivationBuilder) => void, setting: Setting) {
  const builder = new DerivationBuilder(setting);
  steps(builder);
  return builder.finish();
}

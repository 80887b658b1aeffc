import type { DerivationBuilder } from "../src/symbolic/derivation/builder.js";
import type { Proof } from "./proof.js";

/** What another proof shows, as a step. It is checked where that proof is: the builder's assumptions must include its own. */
export const cite = (builder: DerivationBuilder, { claim, source, id }: Proof): number =>
  builder.calculate(claim, `${source}: ${id}`, []);

import { arrangementCount, arrangementStep } from "./arrangementCount.js";
import { disconnectedEnds, disconnectedWitness } from "./figure1.js";
import { halfSpaceConvex } from "./halfSpaceConvex.js";

/** Proofs about active path regions and activation pattern regions. */
export const regions = Object.freeze([
  halfSpaceConvex,
  disconnectedWitness,
  disconnectedEnds,
  arrangementCount,
  arrangementStep,
]);

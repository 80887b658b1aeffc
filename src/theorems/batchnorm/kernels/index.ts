import type { Theorem } from "../../theorem.js";
import { closedForms } from "./closedForms.js";
import { corollaryI3 } from "./corollaryI3.js";
import { definitionH1 } from "./definitionH1.js";
import { definitionH2 } from "./definitionH2.js";
import { definitionH4 } from "./definitionH4.js";
import { definitionI4 } from "./definitionI4.js";
import { kernelElliptic } from "./kernelElliptic.js";
import { kernelRelations } from "./kernelRelations.js";
import { lemmaH8 } from "./lemmaH8.js";
import { propositionH3 } from "./propositionH3.js";
import { propositionH5 } from "./propositionH5.js";
import { propositionH6AtMinusOne } from "./propositionH6AtMinusOne.js";
import { propositionH6AtOne } from "./propositionH6AtOne.js";
import { propositionH6AtZero } from "./propositionH6AtZero.js";
import { propositionH6Convex } from "./propositionH6Convex.js";
import { propositionH6Increasing } from "./propositionH6Increasing.js";
import { propositionH9 } from "./propositionH9.js";
import { propositionH9Iterated } from "./propositionH9Iterated.js";
import { propositionH10 } from "./propositionH10.js";
import { propositionH11 } from "./propositionH11.js";
import { propositionI1 } from "./propositionI1.js";
import { propositionI2 } from "./propositionI2.js";
import { propositionI2Variance } from "./propositionI2Variance.js";
import { propositionI5 } from "./propositionI5.js";
import { propositionI6 } from "./propositionI6.js";
import { propositionI7AtZero } from "./propositionI7AtZero.js";
import { propositionI7Raised } from "./propositionI7Raised.js";
import { propositionI7Slope } from "./propositionI7Slope.js";
import { propositionI8 } from "./propositionI8.js";
import { theoremH7Stable } from "./theoremH7Stable.js";
import { theoremH7Unstable } from "./theoremH7Unstable.js";

/** The arc-cosine kernels: appendix H of the paper. */
const ofRelu: readonly Theorem[] = [
  definitionH1,
  definitionH2,
  propositionH3,
  definitionH4,
  propositionH5,
  ...closedForms,
  propositionH6AtOne,
  propositionH6AtZero,
  propositionH6AtMinusOne,
  propositionH6Increasing,
  propositionH6Convex,
  theoremH7Unstable,
  theoremH7Stable,
  lemmaH8,
  propositionH9,
  ...propositionH9Iterated,
  ...propositionH10,
  propositionH11,
];

/** Homogeneous functions: appendix I. */
const ofHomogeneous: readonly Theorem[] = [
  propositionI1,
  propositionI2Variance,
  propositionI2,
  corollaryI3,
  definitionI4,
  ...propositionI5,
  ...propositionI6,
  propositionI7Slope,
  propositionI7Raised,
  propositionI7AtZero,
  propositionI8,
];

export const kernels: readonly Theorem[] = Object.freeze([
  ...ofRelu,
  ...ofHomogeneous,
  ...kernelRelations,
  ...kernelElliptic,
]);

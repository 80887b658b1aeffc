import type { Theorem } from "../../theorem.js";
import { corollary1 } from "./corollary1.js";
import { equation1 } from "./equation1.js";
import { equation4 } from "./equation4.js";
import { layerImage } from "./layerImage.js";
import { lemma1 } from "./lemma1.js";
import { outputGradient } from "./outputGradient.js";
import { twoLayerFanOut } from "./twoLayerFanOut.js";

/** Gradients of deep teachers and students: section 3. */
export const framework: readonly Theorem[] = Object.freeze([
  outputGradient,
  equation1,
  equation4,
  lemma1,
  layerImage,
  corollary1,
  twoLayerFanOut,
]);

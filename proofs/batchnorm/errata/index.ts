import type { Erratum } from "../../proof.js";
import { b42 } from "./b42.js";
import { b59 } from "./b59.js";
import { b62 } from "./b62.js";
import { b69 } from "./b69.js";
import { b70Order } from "./b70Order.js";
import { b70Sign } from "./b70Sign.js";
import { c11 } from "./c11.js";
import { c12 } from "./c12.js";
import { i1 } from "./i1.js";
import { i7 } from "./i7.js";
import { i8 } from "./i8.js";
import { theorem6 } from "./theorem6.js";
import { theorem9Normalisation } from "./theorem9Normalisation.js";

/** What the paper prints wrongly, in its order. */
export const errata: readonly Erratum[] = Object.freeze([
  ...theorem6,
  theorem9Normalisation,
  b42,
  b59,
  b62,
  ...b69,
  b70Order,
  b70Sign,
  c11,
  c12,
  i1,
  i7,
  i8,
]);

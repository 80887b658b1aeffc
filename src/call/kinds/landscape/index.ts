import type { Kind } from "../../kind.js";
import { cumulant } from "./cumulant.js";
import { hess } from "./hess.js";
import { mdeChiral } from "./mdeChiral.js";
import { mdeDeformed } from "./mdeDeformed.js";
import { mdeGoe } from "./mdeGoe.js";
import { mdeKron } from "./mdeKron.js";
import { mdeLiteral } from "./mdeLiteral.js";
import { mdeProfile } from "./mdeProfile.js";

export const landscape: readonly Kind[] = [
  hess,
  cumulant,
  mdeChiral,
  mdeDeformed,
  mdeGoe,
  mdeKron,
  mdeLiteral,
  mdeProfile,
];

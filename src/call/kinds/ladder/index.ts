import type { Kind } from "../../kind.js";
import { bnBackward } from "./bnBackward.js";
import { bnEnergy } from "./bnEnergy.js";
import { bnProjection } from "./bnProjection.js";
import { disentForward } from "./disentForward.js";
import { expressibility } from "./expressibility.js";
import { ladder as ladderKind } from "./ladder.js";
import { marginalGradient } from "./marginalGradient.js";
import { matrixForm } from "./matrixForm.js";
import { separableUpdate } from "./separableUpdate.js";
import { vertices } from "./vertices.js";

export const ladder: readonly Kind[] = [
  bnProjection,
  bnBackward,
  marginalGradient,
  ladderKind,
  matrixForm,
  vertices,
  expressibility,
  disentForward,
  separableUpdate,
  bnEnergy,
];

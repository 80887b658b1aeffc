import type { Theorem } from "../../theorem.js";
import { closedAndOpenRegions } from "./closedAndOpenRegions.js";
import { conesByArcs } from "./conesByArcs.js";
import { definitionActivePaths } from "./definitionActivePaths.js";
import { definitionActiveRegion } from "./definitionActiveRegion.js";
import { definitionPatternRegion } from "./definitionPatternRegion.js";
import { figure1Left } from "./figure1Left.js";
import { figure1Right } from "./figure1Right.js";
import { linearGatesJump } from "./linearGatesJump.js";
import { linearPatternCount } from "./linearPatternCount.js";
import { linearRegionsContinuous } from "./linearRegionsContinuous.js";
import { pathCount } from "./pathCount.js";
import { pathFaces } from "./pathFaces.js";
import { pathRegionInterior } from "./pathRegionInterior.js";
import { pathRegionsConvex } from "./pathRegionsConvex.js";
import { pathRegionUnion } from "./pathRegionUnion.js";
import { patternCount } from "./patternCount.js";
import { patternFaces } from "./patternFaces.js";
import { patternRegionsLinear } from "./patternRegionsLinear.js";

/** Active path regions and activation pattern regions: sections 2 and 3.1, Figure 1. */
export const regions: readonly Theorem[] = Object.freeze([
  definitionActiveRegion,
  definitionActivePaths,
  definitionPatternRegion,
  figure1Left,
  figure1Right,
  pathRegionsConvex,
  linearGatesJump,
  linearRegionsContinuous,
  patternRegionsLinear,
  pathRegionUnion,
  pathCount,
  patternCount,
  pathFaces,
  patternFaces,
  linearPatternCount,
  pathRegionInterior,
  closedAndOpenRegions,
  conesByArcs,
]);

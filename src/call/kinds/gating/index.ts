import type { Kind } from "../../kind.js";
import { fig1 } from "./fig1.js";
import { forward } from "./forward.js";
import { ntk } from "./ntk.js";
import { overlap } from "./overlap.js";
import { polygon } from "./polygon.js";
import { regions } from "./regions.js";

export const gating: readonly Kind[] = [forward, overlap, ntk, polygon, regions, fig1];

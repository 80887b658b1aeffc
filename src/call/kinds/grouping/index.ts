import type { Kind } from "../../kind.js";
import { activation } from "./activation.js";
import { compfamily } from "./compfamily.js";
import { dual } from "./dual.js";
import { family } from "./family.js";
import { mlpcge } from "./mlpcge.js";
import { mono } from "./mono.js";
import { poset } from "./poset.js";
import { splitting } from "./splitting.js";

export const grouping: readonly Kind[] = [poset, splitting, mlpcge, activation, dual, family, compfamily, mono];

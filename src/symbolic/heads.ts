import type { HeadName } from "./expression.js";
import { binders } from "./heads/binders.js";
import { elementary } from "./heads/elementary.js";
import type { Head } from "./heads/head.js";
import { special } from "./heads/special.js";

/** The one table of heads. */
export const heads: Readonly<Record<HeadName, Head>> = Object.freeze({ ...elementary, ...special, ...binders });

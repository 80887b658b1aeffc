import * as z from "zod";

/** Where a network's path ends. */
export const dynamicsKind = z.string().describe("bsb1, bsb2, cycle, collapse, escape or undecided.");

import { type Ball, ball } from "./ball.js";
import { log2Fixed, piFixed } from "./fixedPoint.js";
import { powerOfTwo } from "./magnitude.js";

const constant =
  (fixed: (bits: number) => bigint) =>
  (precision: number): Ball =>
    ball(fixed(precision + 8), -precision - 8, powerOfTwo(1 - precision - 8), precision + 4);

export const pi: (precision: number) => Ball = constant(piFixed);
export const naturalLogOf2: (precision: number) => Ball = constant(log2Fixed);

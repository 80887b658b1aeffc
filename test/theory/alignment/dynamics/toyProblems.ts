import fc from "fast-check";

export const entry = fc.double({ min: -2, max: 2, noNaN: true });
const vector = fc.array(entry, { minLength: 2, maxLength: 2 }).filter((w) => Math.hypot(...w) > 0.1);
/** Two students in the plane, with bumps. */
export const problems = fc.record({
  W: fc.array(vector, { minLength: 2, maxLength: 2 }),
  wStar: vector,
  a: fc.array(fc.double({ min: 0.2, max: 2, noNaN: true }), { minLength: 2, maxLength: 2 }),
  bumps: fc.array(fc.double({ min: -0.3, max: 0.3, noNaN: true }), { minLength: 2, maxLength: 2 }),
});

/** Of `count` equal angles from 0 to 2, in units of pi: the middles. */
export const equalAngles = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, k) => (2 * (k + 0.5)) / count);

/** Pictures of the plane show [-REACH, REACH]^2. */
export const REACH = 1.25;
/** How many angles outputs and kernels are shown at. */
export const OUTPUTS = 200;
export const KERNEL_POINTS = 48;

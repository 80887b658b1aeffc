/** Parameters that many theorems of the area share. */
import { seedOf, size } from "../../parameters.js";

export { size } from "../../parameters.js";

export const seed = seedOf("Seed of the random networks and points: they are a pure function of it and of the sizes.");

/** Sizes of deep teachers and students. */
export const networkSizes = {
  d: size(1, 6, "Number of inputs d."),
  L: size(1, 5, "Number of layers L; the topmost has no ReLU."),
  m: size(1, 6, "Nodes of each hidden layer of the teacher."),
  n: size(1, 8, "Nodes of each hidden layer of the student."),
  C: size(1, 4, "Number of outputs C."),
  seed,
} as const;

/** Sizes of two-layer teachers and students on the box [-1,1]^d. */
export const twoLayerSizes = {
  d: size(2, 4, "Number of inputs d."),
  m: size(1, 4, "Number of teacher nodes m."),
  n: size(1, 6, "Number of student nodes n."),
  C: size(1, 3, "Number of outputs C."),
  seed,
} as const;

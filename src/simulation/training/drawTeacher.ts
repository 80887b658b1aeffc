/**
 * A teacher with every node's weights from the grid {-1, -3/4, ..., 1}, distinct, so that Assumption 1 of Tian
 * (2020, arXiv:1909.13458) holds. Row j of a layer above the first, the fan-out of node j below, is divided by j^p (section 6); then
 * the weights of the hidden nodes are divided by their norms.
 */
import { domainError } from "../../numeric/domain.js";
import type { GaussianStream } from "../../numeric/random/gaussianStream.js";
import { balanceBiases } from "./balanceBiases.js";
import type { TeacherStudentSettings } from "./settings.js";
import { streamOf } from "./streams.js";
import { teacherWidths } from "./widths.js";

/** Rejected vectors in a row before the grid counts as too small. */
const ATTEMPTS = 10_000;

/**
 * (inputs + 1) x nodes a layer, the biases last, row-major; `training` are the inputs that balanced biases look at.
 *
 * @throws TheoryError where the grid has too few vectors.
 */
export function drawTeacher(
  settings: TeacherStudentSettings,
  seed: number,
  training: Float32Array,
): readonly Float32Array[] {
  const { polarity, bias, normalised } = settings.teacher;
  const widths = teacherWidths(settings);
  const layers = widths.slice(1).map((nodes, layer) => {
    const hidden = layer < widths.length - 2;
    const inputs = widths[layer]!;
    const columns = distinctVectors(inputs, nodes, hidden, streamOf(seed, "teacher", layer));
    const weights = new Float32Array((inputs + 1) * nodes).fill(bias === "balanced" ? 0 : bias, inputs * nodes);
    for (const [node, grid] of columns.entries()) {
      const scaled = grid.map((entry, row) => (layer === 0 ? entry : entry / (row + 1) ** polarity));
      const norm = hidden || normalised === "all" ? Math.hypot(...scaled) : 1;
      for (const [row, entry] of scaled.entries()) weights[row * nodes + node] = entry / norm;
    }
    return weights;
  });
  if (bias === "balanced") balanceBiases(widths, layers, training);
  return layers;
}

/** `count` grid vectors, no two equal; `directions`: none zero, none a multiple of another. */
function distinctVectors(length: number, count: number, directions: boolean, stream: GaussianStream): number[][] {
  const seen = new Set<string>();
  const vectors: number[][] = [];
  let rejected = 0;
  while (vectors.length < count) {
    const quarters = Array.from({ length }, () => Math.floor(9 * stream.uniform()) - 4);
    const key = (directions ? direction(quarters) : quarters).join();
    if (!seen.has(key) && !(directions && quarters.every((entry) => entry === 0))) {
      seen.add(key);
      vectors.push(quarters.map((entry) => entry / 4));
      rejected = 0;
    } else if (++rejected === ATTEMPTS) {
      const domain = `at most about ${vectors.length} nodes that see ${length} others, for weights on the grid -1, -3/4, ..., 1`;
      throw domainError("teacher", `${count} nodes`, domain, "Ask for fewer nodes or outputs, or for more below them.");
    }
  }
  return vectors;
}

/** The same for all multiples of a vector of whole numbers. */
function direction(vector: readonly number[]): readonly number[] {
  const divisor = (a: number, b: number): number => (b === 0 ? Math.abs(a) : divisor(b, a % b));
  const common = vector.reduce(divisor, 0);
  if (common === 0) return vector;
  const sign = Math.sign(vector.find((entry) => entry !== 0)!);
  return vector.map((entry) => (sign * entry) / common);
}

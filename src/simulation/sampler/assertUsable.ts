import { TheoryError } from "../../errors.js";
import { domainError } from "../../numeric/domain.js";
import { interpret } from "../elementwise/interpret.js";
import type { Network } from "../network.js";

/** Of a Gram matrix' trace: what is left of a batch that is one point. */
export const COLLAPSED = 1e-12;

/** Values whose squares lose digits to underflow. */
const SMALLEST = 1e-146;

/**
 * Refuses what no network survives: an input batch of one point, and an activation that is constant, overflows or
 * underflows on everything that batch norm gives it, gamma z + beta with |z| <= sqrt(B-1) (sqrt(B) where nothing is
 * centred). What happens to some networks only is an outcome of those networks (Sample.collapsed, Sample.overflowed).
 *
 * @throws TheoryError "domain" for the input, "not-applicable" for the activation.
 */
export function assertUsable(network: Network): void {
  assertInput(network);
  const { activation, epsilon, gamma, beta, centred, residual } = network;
  const text = JSON.stringify(activation.text);
  const points = reached(network);
  // what the kernels run
  const value = activation.program === null ? activation.value : interpret(activation.program).value;
  const values = points.map((z) => value(gamma * z + beta));
  const largest = Math.max(...values.map(Math.abs));
  // a batch without epsilon has a |z| of 1 or more
  const atLeast = epsilon === 0 ? 1 : 0;
  if (values.every((x, k) => Math.abs(points[k]!) < atLeast || !Number.isFinite(x * x))) {
    throw unusable(network, `${text} is too large: its squares overflow`, "values up to 1e150", scaleRemedy);
  }
  if (largest > 0 && largest < SMALLEST) {
    throw unusable(network, `${text} is too small: its squares underflow`, `values above ${SMALLEST}`, scaleRemedy);
  }
  if (epsilon > 0 || residual) return;
  const spread = centred ? Math.max(...values) - Math.min(...values) : largest;
  if (largest === Number.POSITIVE_INFINITY || !(spread <= Math.sqrt(COLLAPSED) * largest)) return;
  const what = centred
    ? `${text} has one value for all samples of a batch, to 6 digits: every batch becomes one point`
    : `${text} is 0 for all samples of a batch: every batch becomes 0`;
  const domain = "activations that tell samples apart, or epsilon above 0";
  throw unusable(network, `${what}, and batch norm is 0/0`, domain, "Pass an epsilon above 0, or another activation.");
}

const scaleRemedy = "Batch norm takes the scale of an activation away: drop the factor.";

const unusable = ({ activation }: Network, message: string, domain: string, remedy: string) =>
  new TheoryError(`${message}.`, {
    code: "not-applicable",
    parameter: "activation",
    value: activation.text,
    domain,
    remedy,
  });

/** Values of z, both signs; 0 is left out, where a pole may be. */
function reached({ batch, centred, epsilon }: Network): number[] {
  if (batch === 2 && centred && epsilon === 0) return [-1, 1];
  const end = Math.sqrt(centred ? batch - 1 : batch);
  const scales = Array.from({ length: 128 }, (_, k) => (end * (k + 1)) / 128);
  // epsilon makes z small
  if (epsilon > 0) scales.push(...Array.from({ length: 40 }, (_, k) => end * 2 ** (-8 - k)));
  return scales.flatMap((z) => [-z, z]);
}

function assertInput({ input, batch, batches, centred, epsilon }: Network): void {
  if (epsilon > 0) return;
  for (let b = 0; b < batches; b++) {
    const part = input.slice(b * batch, (b + 1) * batch).map((row) => row.slice(b * batch, (b + 1) * batch));
    const trace = part.reduce((sum, row, i) => sum + row[i]!, 0);
    const spread = centred ? trace - part.flat().reduce((sum, x) => sum + x, 0) / batch : trace;
    if (spread > COLLAPSED * trace) continue;
    throw domainError(
      "input",
      "a batch at one point",
      "batches whose samples differ",
      "Separate them, or use epsilon.",
    );
  }
}

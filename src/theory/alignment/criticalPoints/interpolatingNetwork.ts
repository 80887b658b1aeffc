import { assertInteger } from "../../../numeric/domain.js";
import { GaussianStream } from "../../../numeric/random/gaussianStream.js";
import { type ReluNetwork, reluNetwork } from "../network/reluNetwork.js";
import { shares } from "./shares.js";

/** A student node: gamma times the node `of` of the teacher, whose output is shared among such nodes; or `of` = null, with a twin that cancels it. */
interface Copy {
  readonly of: number | null;
  readonly gamma: number;
  /** Part of the teacher node's output; for a cancelling pair 1 and -1. */
  readonly share: number;
  /** Of a cancelling pair: which. */
  readonly pair: number;
}

/** The teacher's own nodes. */
const same = (width: number): readonly Copy[] =>
  Array.from({ length: width }, (_, of) => ({ of, gamma: 1, share: 1, pair: -1 }));

function copiesOf(width: number, stream: GaussianStream, copies: number, unaligned: number): readonly Copy[] {
  const gamma = () => Math.exp(stream.next() / 2);
  const split = Array.from({ length: width }, (_, of) => {
    const count = 1 + Math.floor(stream.uniform() * copies);
    return shares(stream, count, 1).map((share) => ({ of, gamma: gamma(), share, pair: -1 }));
  }).flat();
  const cancelling = Array.from({ length: unaligned }, (_, pair) =>
    [1, -1].map((share) => ({ of: null, gamma: gamma(), share, pair })),
  ).flat();
  return [...split, ...cancelling];
}

/**
 * A deep student that computes what the teacher computes, at every input, up to rounding: each hidden node is split into up to `copies` positive multiples
 * of itself (default 2), and each hidden layer has `unaligned` pairs of nodes (default 1) off the teacher's hyperplanes whose outputs cancel.
 * A pure function of the seed.
 * @throws TheoryError "domain" for counts that are no whole numbers.
 */
export function interpolatingNetwork(
  teacher: ReluNetwork,
  { seed, copies = 2, unaligned = 1 }: { readonly seed: number; readonly copies?: number; readonly unaligned?: number },
): ReluNetwork {
  assertInteger("copies", copies, 1, 100);
  assertInteger("unaligned", unaligned, 0, 100);
  let below = same(teacher.widths[0]!);
  const layers = teacher.layers.map((weights, index) => {
    const stream = new GaussianStream({ seed, sample: 1, draw: index });
    const width = teacher.widths[index + 1]!;
    const top = index === teacher.layers.length - 1;
    const own = top ? same(width) : copiesOf(width, stream, copies, unaligned);
    const pairs = below.filter(({ pair }) => pair >= 0).length / 2;
    const incoming = Array.from({ length: below.length + 1 }, () =>
      Array.from({ length: unaligned }, () => stream.next()),
    );
    const outgoing = Array.from({ length: pairs }, () => own.map(() => stream.next()));
    const entry = (from: Copy, i: number, { of, gamma, pair }: Copy, j: number) => {
      if (from.of === null) return (from.share * outgoing[from.pair]![j]!) / from.gamma;
      return of === null ? gamma * incoming[i]![pair]! : (gamma * weights[from.of]![of]! * from.share) / from.gamma;
    };
    const rows = below.map((from, i) => own.map((to, j) => entry(from, i, to, j)));
    const biases = own.map(
      ({ of, gamma, pair }) => gamma * (of === null ? incoming.at(-1)![pair]! : weights.at(-1)![of]!),
    );
    below = own;
    return [...rows, biases];
  });
  return reluNetwork(layers, "student");
}

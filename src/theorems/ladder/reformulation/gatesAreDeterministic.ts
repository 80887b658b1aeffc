import { decorrelationCovariance } from "../../../../proofs/ladder/conditions.js";
import { regionOf } from "../../../theory/ladder/ladder.js";
import { forwardPass } from "../../../theory/ladder/network/forwardPass.js";
import { eventMeans } from "../../../theory/ladder/reformulation/eventMeans.js";
import { theorem } from "../../theorem.js";
import { someOf } from "../../ways/someOf.js";
import { paper } from "../paper.js";
import { atomRecursion } from "../ways/atomRecursion.js";
import { label, meanWhere } from "../ways/bruteForce.js";
import { lossyNetworkOn, type NetworkPoint, networkAt, notAllZero } from "./settings.js";

/** P+, E+ and E- of every node and event; where the gate is deterministic the means that do not exist are 0. */
function sidesOf(
  point: NetworkPoint,
): readonly { readonly open: number; readonly above: number; readonly below: number }[] {
  const { ladder, network } = networkAt(point);
  const atoms = ladder.weights.map((_, atom) => atomRecursion(network, {}, atom));
  return network.nodes.flatMap(({ id, region }) => {
    const own = regionOf(ladder, region);
    return own.events.map((event) => {
      const raw = (atom: number) => atoms[atom]!.activity(id).raw;
      const given = (atom: number) => label(own, atom) === event;
      const isOpen = (atom: number) => given(atom) && raw(atom) > 0;
      const isShut = (atom: number) => given(atom) && raw(atom) <= 0;
      const open = meanWhere(ladder, (atom) => (raw(atom) > 0 ? 1 : 0), given);
      const [some, all] = [ladder.weights.some((_, i) => isOpen(i)), !ladder.weights.some((_, i) => isShut(i))];
      return {
        open,
        above: some ? meanWhere(ladder, raw, isOpen) : 0,
        below: all ? 0 : meanWhere(ladder, raw, isShut),
      };
    });
  });
}

const covariances = (point: NetworkPoint): readonly number[] => {
  const { ladder, network } = networkAt(point);
  const activity = forwardPass(network);
  return network.nodes.flatMap((node) => eventMeans(ladder, node, activity.get(node.id)!).rawGateCovariance);
};

export const gatesAreDeterministic = theorem({
  id: "ladder/gates-are-deterministic",
  kind: "proposition",
  title:
    "What a ReLU node sums is positively correlated with its gate unless the event decides the gate: decorrelation makes every D_alpha 0 or 1.",
  notation: {
    Cov: "Cov(f_raw, f' | z)",
    P_open: "P(f_raw > 0 | z)",
    P_shut: "1 - P_open",
    E_open: "E[f_raw | z, f_raw > 0]",
    E_shut: "E[f_raw | z, f_raw <= 0]",
  },
  parameters: lossyNetworkOn("deterministic", "stochastic"),
  assumptions: [],
  claim: decorrelationCovariance.claim,
  source: paper("Theorem 2, decorrelation"),
  uses: ["ladder/theorem-2"],
  proof: { kind: "steps", file: "proofs/ladder/conditions.ts" },
  checks: [
    { kind: "exact", proofs: [decorrelationCovariance] },
    {
      kind: "routes",
      left: {
        name: "covariances from centred sums",
        evaluate: (point) => notAllZero("covariances", covariances(point)),
      },
      right: {
        name: "P_open P_shut (E_open - E_shut) by brute force",
        evaluate: (point) => sidesOf(point).map(({ open, above, below }) => open * (1 - open) * (above - below)),
      },
      tolerance: { unit: "abs", limit: 1e-11, why: "rounding of means over at most 243 atoms" },
    },
    {
      kind: "routes",
      relation: "Less",
      left: {
        name: "zero",
        evaluate: (point) => someOf("random gates", sidesOf(point).filter(isRandom)).map(() => 0),
      },
      right: {
        name: "covariances where the gate is random given the event",
        evaluate: (point) => {
          const sides = sidesOf(point);
          return someOf(
            "random gates",
            covariances(point).filter((_, at) => isRandom(sides[at]!)),
          );
        },
      },
      tolerance: { unit: "abs", limit: 0, why: "signs are compared" },
    },
  ],
});

/** Both gates occur, up to the rounding of their probability. */
function isRandom({ open }: { readonly open: number }): boolean {
  return open > 1e-9 && open < 1 - 1e-9;
}

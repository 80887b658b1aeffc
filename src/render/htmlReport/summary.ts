/** What the numbers say, in sentences. */
import type { Estimate } from "../../numeric/estimate.js";
import type { SpectrumResult } from "../../theory/batchnorm/results/networkResult.js";
import { kindText } from "../dynamicsReport.js";
import { showError, showNumber, showValue } from "../number.js";
import type { ReportData, SimulatedNetworks } from "./reportData.js";
import { batchText, networkText, sameSetting, settingText } from "./settings.js";

const DIGITS = 6;
/** The rule of thumb: networks are trained down to so many depth scales. */
const SCALES = 16;

const depthText = (rate: number): string => showNumber(Math.floor(SCALES / Math.log(rate)), 3);

const isAbove = ({ value, error }: Estimate, bound: number) => value - error > bound;
const isBelow = ({ value, error }: Estimate, bound: number) => value + error < bound;

/** What a rate means; `first` explains more. */
function growthClause(rate: Estimate, first: boolean): string {
  const factor = showValue(rate, DIGITS);
  if (isAbove(rate, 1)) {
    const tenfold = showNumber(Math.LN10 / Math.log(rate.value), 2);
    const rule = first ? ` by the rule of ${SCALES} depth scales` : "";
    return `grows by a factor of ${factor} a layer, tenfold every ${tenfold} layers;${rule} up to about ${depthText(rate.value)} layers can be trained`;
  }
  if (isBelow(rate, 1)) return `shrinks by a factor of ${factor} a layer`;
  return "neither grows nor shrinks, within the error";
}

/** Of networks that leave BSB1. */
function leavingSentences({ rate, reached }: SpectrumResult, gradient: string): string {
  const left = `the symmetric fixed point BSB1, where ${gradient} would grow by a factor of ${showValue(rate, DIGITS)} a layer, is unstable: networks leave it.`;
  if (reached === undefined || reached.kind === "undecided") return `${left} Where they go is not decided here.`;
  if (reached.kind !== "bsb2") return `${left} The path that was followed ends in: ${kindText(reached.kind)}.`;
  const parts = `The batch parts into groups of ${reached.blocks.join(" and ")} samples`;
  if (reached.rate === null) return `${left} ${parts}.`;
  return `${left} ${parts}, where the squared gradient ${growthClause(reached.rate, false)}.`;
}

const isKnown = ({ rate }: SpectrumResult): boolean => rate.error < Infinity && rate.value > 0 && rate.value < Infinity;

function networkSentence(network: SpectrumResult, first: boolean): string {
  const { rate, stability, epsilon } = network;
  if (rate.error === Infinity) return "the rate is not known: no method reaches it.";
  if (rate.value === Infinity) return "the expected squared gradient is infinite after one layer.";
  if (rate.value === 0) return "the gradient is exactly zero: nothing below the top layer can be trained.";
  const gradient = first ? "the squared gradient, from the output down," : "it";
  if (stability.verdict === "unstable") return leavingSentences(network, first ? "the squared gradient" : "it");
  const growth = `${gradient} ${growthClause(rate, first)}.`;
  switch (stability.verdict) {
    case "stable":
      return `${growth} The symmetric fixed point BSB1 is stable: this is the rate that deep networks show.`;
    case "marginal":
      return `${growth} The largest forward eigenvalue is 1 within its error: linear stability does not decide whether networks stay at the symmetric fixed point BSB1.`;
    case "collapsed":
      return `${growth} ${epsilon > 0 ? "Epsilon swallows the signal there: all" : "All"} samples of a batch become alike.`;
  }
}

/** Where several are stable and nothing else is to be said, that is said once of all. */
function networkSentences(networks: readonly SpectrumResult[]): readonly string[] {
  const first = networks.findIndex(isKnown);
  const merged = networks.length > 1 && networks.every((each) => isKnown(each) && each.stability.verdict === "stable");
  const sentences = networks.map((network, k) => {
    const own = networkSentence(network, k === first);
    const shown = merged ? own.slice(0, own.indexOf(" The symmetric fixed point")) : own;
    return `At ${networkText(network)}, ${shown}`;
  });
  const all =
    "The symmetric fixed point BSB1 is stable at all of these: deep networks come to it and show these rates.";
  return merged ? [...sentences, all] : sentences;
}

/** The growth that networks show: where an unstable BSB1 is left, that of where they go; null where it is not known. */
function shownRate({ rate, stability, reached }: SpectrumResult): Estimate | null {
  const shown = stability.verdict === "unstable" ? (reached?.rate ?? null) : rate;
  return shown !== null && shown.error < Infinity && shown.value > 0 && shown.value < Infinity ? shown : null;
}

/** Which finite batch size lets gradients grow least, for networks that differ in nothing else. */
function bestSentences(all: readonly SpectrumResult[]): readonly string[] {
  const networks = all.filter(({ batch }) => batch < Infinity);
  const [first] = networks;
  if (first === undefined || networks.length < 2 || networks.some((each) => !sameSetting(each, first))) return [];
  const known = networks
    .flatMap((network) => {
      const rate = shownRate(network);
      return rate === null ? [] : [{ network, rate }];
    })
    .sort((a, b) => a.rate.value - b.rate.value);
  const [best, second] = known;
  if (best === undefined || second === undefined) return [];
  const missing = networks.filter((network) => shownRate(network) === null).map(({ batch }) => batchText(batch));
  const left = missing.length === 0 ? "" : ` (${missing.join(" and ")} left out, where no growth is known)`;
  if (best.rate.value + best.rate.error >= second.rate.value - second.rate.error) {
    return [`Which of these batch sizes lets the gradient grow least, the errors do not tell${left}.`];
  }
  const layers = best.rate.value > 1 ? `: up to about ${depthText(best.rate.value)} layers can be trained` : "";
  return [`Of these batch sizes, ${batchText(best.network.batch)} lets the gradient grow least${layers}${left}.`];
}

function limitSentences({ curves, activation }: ReportData): readonly string[] {
  return curves.flatMap((curve) => {
    const { limit, points } = curve;
    if (!(limit.value < Infinity && limit.value > 0 && limit.error < Infinity)) return [];
    const setting = settingText(curve);
    const where = setting === "" ? "" : ` with ${setting}`;
    const least = points.reduce((best, point) => (point.rate.value < best.rate.value ? point : best));
    const tends = `As the batch grows, the rate of ${activation.text}${where} at BSB1 tends to ${showValue(limit, DIGITS)}`;
    if (least.rate.value + least.rate.error < limit.value - limit.error) {
      const lower = `It is lower at finite sizes: on the curve below least at ${batchText(least.batch)}, ${showValue(least.rate, DIGITS)}.`;
      return [`${tends}. ${lower}`];
    }
    const stays = points.every(({ verdict }) => verdict === "stable");
    const depth =
      stays && isAbove(limit, 1)
        ? `, so that no batch of the curve below lets networks of more than about ${depthText(limit.value)} layers be trained`
        : "";
    return [`${tends}, from above${depth}.`];
  });
}

/** The spectrum of a simulated network. */
const spectrumOf = ({ networks }: ReportData, { network }: SimulatedNetworks): SpectrumResult | undefined =>
  networks.find(({ spectrum }) => spectrum.batch === network.batch && sameSetting(spectrum, network))?.spectrum;

/** Standard errors: fewer are usual, more than FAR are no play of chance. */
const [NEAR, FAR] = [2, 3];

/** A largest forward eigenvalue from which on networks of some dozen layers have not settled. */
const SLOW = 0.95;

/** Why simulated networks may differ from the theory. */
function whyApart(spectrum: SpectrumResult | undefined): string {
  if (spectrum?.stability.verdict === "unstable") {
    return "BSB1 is unstable there: networks leave it in the course of many layers";
  }
  const forwardMax = spectrum?.stability.forwardMax?.value ?? 0;
  return forwardMax > SLOW
    ? `The largest forward eigenvalue is ${showNumber(forwardMax, 3)}: networks settle slowly, so that the depth may move the growth as well as the width. Deeper and wider ones tell`
    : "Finite width moves the growth by order 1/N: a larger width tells whether that is all";
}

function simulationSentences(data: ReportData): readonly string[] {
  return (data.simulation?.runs ?? []).flatMap((run) => {
    const { comparisons, network, summary } = run;
    const growth = comparisons[0];
    if (growth === undefined || growth.z === null || growth.theory === null) return [];
    const { simulation: measured, theory, z } = growth;
    const digits = Math.max(2, Math.ceil(Math.log10(Math.abs(measured.value) / measured.standardError)) + 1);
    const found = `${showNumber(measured.value, digits)} ± ${showNumber(measured.standardError, 2)}`;
    const numbers = `${found} a layer in logarithms, where the theory at BSB1 says ${showValue(theory, DIGITS)}`;
    const apart = `${showNumber(Math.abs(z), 2)} standard errors apart`;
    // nothing is a share of a growth that is 0 within the error of what was simulated
    const share =
      Math.abs(theory.value) > measured.standardError
        ? `, ${showNumber(Math.abs(100 * (measured.value / theory.value - 1)), 2)} %`
        : "";
    const near = Math.abs(z) < NEAR ? "they agree" : "chance alone may do that";
    const verdict = Math.abs(z) < FAR ? `${apart}: ${near}.` : `${apart}${share}. ${whyApart(spectrumOf(data, run))}.`;
    const many = `${summary.samples} simulated networks of width ${network.width}`;
    return [`At ${networkText(network)}, the gradients of ${many} grow by ${numbers}: ${verdict}`];
  });
}

function confirmationSentences(networks: readonly SpectrumResult[]): readonly string[] {
  const finite = networks.filter(isKnown);
  const confirmed = finite.flatMap((network) => (network.confirmation ? [{ network, ...network.confirmation }] : []));
  const apart = confirmed.filter(({ agrees }) => !agrees).map(({ network }) => networkText(network));
  if (apart.length > 0) {
    return [`Two methods differ by more than their errors at ${apart.join("; ")}: do not trust the rate there.`];
  }
  if (finite.length === 0) return [];
  if (confirmed.length === 0) return ["No rate could be confirmed by a second method."];
  const most = Math.max(...confirmed.map(({ disagreement }) => disagreement));
  const all = confirmed.length === networks.length;
  const which = all ? "Every rate was" : `${confirmed.length} of ${networks.length} rates were`;
  const by =
    most === 0
      ? "they are equal to the last bit"
      : `they differ by ${showError({ value: 1, error: most })} at most, within their errors`;
  return [`${which} computed a second time, by a method that shares nothing with the first: ${by}.`];
}

function doubtSentences(networks: readonly SpectrumResult[]): readonly string[] {
  const doubtful = networks.filter(({ rate }) => !rate.converged).map(networkText);
  if (doubtful.length === 0) return [];
  return [`The error stays above the tolerance at ${doubtful.join("; ")}: the tables show how large it is.`];
}

/** Most networks that have a sentence each. */
const MOST = 6;

export function summary(data: ReportData): readonly string[] {
  const networks = data.networks.map(({ spectrum }) => spectrum);
  const each = networkSentences(networks.slice(0, MOST));
  const more = networks.length > MOST ? [`${networks.length - MOST} more networks are in the tables.`] : [];
  return [
    ...each,
    ...more,
    ...bestSentences(networks),
    ...limitSentences(data),
    ...simulationSentences(data).slice(0, MOST),
    ...confirmationSentences(networks),
    ...doubtSentences(networks),
  ];
}

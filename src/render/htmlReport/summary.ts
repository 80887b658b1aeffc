/** What the numbers say, in sentences. */
import type { Estimate } from "../../numeric/estimate.js";
import type { SpectrumResult } from "../../theory/batchnorm/results/networkResult.js";
import { kindText } from "../dynamicsReport.js";
import { showError, showNumber, showValue } from "../number.js";
import type { ReportData } from "./reportData.js";
import { batchText, networkText, sameSetting, settingText } from "./settings.js";

const DIGITS = 6;
/** The rule of thumb: networks are trained down to so many depth scales. */
const SCALES = 16;

const depthText = (rate: number): string => showNumber(Math.floor(SCALES / Math.log(rate)), 3);

const isAbove = ({ value, error }: Estimate, bound: number) => value - error > bound;
const isBelow = ({ value, error }: Estimate, bound: number) => value + error < bound;

function growthSentence({ rate }: SpectrumResult): string {
  if (rate.error === Infinity) return "the rate is not known: no method reaches it.";
  if (rate.value === Infinity) return "the expected squared gradient is infinite after one layer.";
  if (rate.value === 0) return "the gradient is exactly zero: nothing below the top layer can be trained.";
  const factor = showValue(rate, DIGITS);
  if (isAbove(rate, 1)) {
    const tenfold = showNumber(Math.LN10 / Math.log(rate.value), 2);
    const depth = `By the rule of ${SCALES} depth scales, up to about ${depthText(rate.value)} layers can be trained`;
    return `from the output down, the squared gradient grows by a factor of ${factor} a layer, tenfold every ${tenfold} layers. ${depth}.`;
  }
  if (isBelow(rate, 1)) return `from the output down, the squared gradient shrinks by a factor of ${factor} a layer.`;
  return "the squared gradient neither grows nor shrinks, within the error.";
}

function stabilitySentence({ stability, reached, epsilon, rate }: SpectrumResult): string {
  switch (stability.verdict) {
    case "stable":
      return "The symmetric fixed point BSB1 is stable: this is the rate that deep networks show.";
    case "marginal":
      return "The largest forward eigenvalue is 1 within its error, so that linear stability does not decide whether networks stay at the fixed point.";
    case "collapsed":
      return epsilon > 0 && rate.value > 0
        ? "Epsilon swallows the signal there: all samples of a batch become alike."
        : "All samples of a batch become alike there.";
    case "unstable": {
      const leave = "But the symmetric fixed point BSB1 is unstable: networks leave it, and do not show this rate";
      if (reached === undefined || reached.kind === "undecided") return `${leave}. Where they go is not decided here.`;
      if (reached.kind !== "bsb2") return `${leave}. The path that was followed ends in: ${kindText(reached.kind)}.`;
      const there = reached.rate;
      const known = there !== null && isAbove(there, 1);
      const growth = known
        ? `, where the factor is ${showValue(there, DIGITS)} and up to about ${depthText(there.value)} layers can be trained`
        : "";
      return `${leave}. The batch parts into groups of ${reached.blocks.join(" and ")} samples${growth}.`;
    }
  }
}

const networkSentence = (spectrum: SpectrumResult): string =>
  `At ${networkText(spectrum)}, ${growthSentence(spectrum)} ${stabilitySentence(spectrum)}`;

/** The growth that networks show: where an unstable BSB1 is left, that of where they go; null where it is not known. */
function shownRate({ rate, stability, reached }: SpectrumResult): Estimate | null {
  const shown = stability.verdict === "unstable" ? (reached?.rate ?? null) : rate;
  return shown !== null && shown.error < Infinity && shown.value > 0 && shown.value < Infinity ? shown : null;
}

/** Sentences about the batch size that lets gradients grow least, for networks that differ in nothing else. */
function bestSentences(networks: readonly SpectrumResult[]): readonly string[] {
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
    const depth = isAbove(limit, 1)
      ? `, so that no batch of the curve below lets networks of more than about ${depthText(limit.value)} layers be trained there`
      : "";
    return [`${tends}, from above${depth}.`];
  });
}

function simulationSentences({ simulation }: ReportData): readonly string[] {
  return (simulation?.runs ?? []).flatMap(({ comparisons, network, summary: { samples } }) => {
    const growth = comparisons[0];
    if (growth === undefined || growth.z === null || growth.theory === null) return [];
    const { simulation: measured, theory, z } = growth;
    const digits = Math.max(2, Math.ceil(Math.log10(Math.abs(measured.value) / measured.standardError)) + 1);
    const numbers = `${showNumber(measured.value, digits)} ± ${showNumber(measured.standardError, 1)} a layer in logarithms, where the theory at BSB1 says ${showValue(theory, DIGITS)}`;
    const many = samples === 1 ? "one simulated network" : `${samples} simulated networks`;
    const apart = `${showNumber(Math.abs(z), 2)} standard errors apart`;
    const verdict =
      Math.abs(z) < 3
        ? `${apart}: they agree.`
        : `${apart}. Finite width moves the growth by order 1/N; where BSB1 is unstable, networks are elsewhere.`;
    return [
      `At ${networkText(network)}, the gradients of ${many} of width ${network.width} grow by ${numbers}: ${verdict}`,
    ];
  });
}

function confirmationSentences(networks: readonly SpectrumResult[]): readonly string[] {
  const confirmed = networks.flatMap((network) => (network.confirmation ? [{ network, ...network.confirmation }] : []));
  const apart = confirmed.filter(({ agrees }) => !agrees).map(({ network }) => networkText(network));
  if (apart.length > 0) {
    return [`Two methods differ by more than their errors at ${apart.join("; ")}: do not trust the rate there.`];
  }
  if (confirmed.length === 0) return ["No rate could be confirmed by a second method."];
  const most = Math.max(...confirmed.map(({ disagreement }) => disagreement));
  const all = confirmed.length === networks.length ? "Every rate" : `${confirmed.length} of ${networks.length} rates`;
  const were = all === "Every rate" ? "was" : "were";
  const by =
    most === 0
      ? "they are equal to the last bit"
      : `they differ by ${showError({ value: 1, error: most })} at most, within their errors`;
  return [`${all} ${were} computed a second time, by a method that shares nothing with the first: ${by}.`];
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
  const each = networks.slice(0, MOST).map(networkSentence);
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

/** What the values of arguments and options are, by the names that the help gives them. Loaded when it is asked for: most words need none of it. */
import { presetNames } from "../../symbolic/activation/presets.js";
import { type Candidate, type Candidates, plainWords } from "./candidate.js";

type Source = () => Candidates | Promise<Candidates>;

async function theoremIds(): Promise<Candidate[]> {
  const { theorems } = await import("../../theorems/index.js");
  return theorems.map(({ id, title }) => ({ word: id, said: title }));
}

async function theoremsAndAreas(): Promise<Candidate[]> {
  const ids = await theoremIds();
  const areas = new Set(ids.map(({ word }) => word.split("/")[0]!));
  return [...plainWords([...areas]), ...ids];
}

async function experimentIds(): Promise<Candidate[]> {
  const { experiments } = await import("../../experiments/experiments.js");
  return experiments.map(({ id, title }) => ({ word: id, said: title }));
}

/** Those of batch normalisation by the names that the help gives them: 1a, rates. */
const figureIds = async () =>
  (await experimentIds()).map(({ word, said }) => ({ word: word.replace(/^batchnorm\/(figure-)?/, ""), said }));

async function callKinds(): Promise<Candidate[]> {
  const { kinds } = await import("../../call/kinds/index.js");
  return kinds.map(({ name, doc }) => ({ word: name, said: doc }));
}

const quantities = async () =>
  plainWords((await import("../../theory/batchnorm/derivation/structure.js")).derivedQuantities);

const ensembles = async () => plainWords((await import("../dyson/ensembles.js")).ensembleNames);

const activations = () => plainWords(presetNames);

/** By command and name where the name alone does not say it. */
const sources: Readonly<Record<string, Source>> = {
  file: () => "files",
  folder: () => "folders",
  activation: activations,
  "hessian --activation": activations,
  theorem: theoremIds,
  "theorems name": theoremsAndAreas,
  "check name": theoremsAndAreas,
  "errata name": theoremsAndAreas,
  "experiment id": experimentIds,
  "figure id": figureIds,
  "call --kind": callKinds,
  "derive quantity": quantities,
  ensemble: ensembles,
};

/** The source of an argument ("name") or an option ("--name") of a command, `shown` as in <shown>; null where any text will do. */
export function sourceOf(command: string, name: string, shown: string): Source | null {
  const key = [`${command} ${name}`, shown].find((one) => Object.hasOwn(sources, one));
  return key === undefined ? null : sources[key]!;
}

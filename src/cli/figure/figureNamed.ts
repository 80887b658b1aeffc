import type { Experiment } from "../../experiments/experiment.js";
import { experiments } from "../../experiments/experiments.js";
import { experimentsNamed } from "../../experiments/experimentsNamed.js";
import { nearIds } from "../../verification/nearIds.js";
import { UsageError } from "../usageError.js";

/** "1a" and "rates" are those of batch normalisation; others have their id, or its end where only one has it. Throws a UsageError. */
export function figureNamed(name: string): Experiment {
  const own = [name, `batchnorm/figure-${name}`, `batchnorm/${name}`];
  const exact = experiments.find(({ id }) => own.includes(id));
  if (exact !== undefined) return exact;
  const found = experimentsNamed(name);
  if (found.length === 1) return found[0]!;
  if (found.length > 1) {
    throw new UsageError(`${name}: several figures. Choose one of ${found.map(({ id }) => id).join(", ")}.`);
  }
  const ids = experiments.map(({ id }) => id);
  const near = new Set([...nearIds(`/figure-${name}`, ids), ...nearIds(name, ids)]);
  const hint = near.size === 0 ? "" : ` Did you mean ${[...near].slice(0, 3).join(" or ")}?`;
  throw new UsageError(`${name}: no figure.${hint} theoria figure lists them.`);
}

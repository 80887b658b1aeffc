/** The readable oracle: one sample after the other, in double precision. */
import { mapWeights, numbersOf } from "../mapWeights.js";
import type { GatedMeasurement, TrainedWeights } from "../settings.js";
import { adamOf, divergence, type GatedProblem, type GatedTrainer, movingPart } from "../trainer.js";
import { adamStep, type Moments } from "./adamStep.js";
import type { DoubleWeights } from "./forward.js";
import { lossGradient, measureLoss } from "./lossGradient.js";

export class PlainGatedTrainer implements GatedTrainer {
  private readonly current: DoubleWeights;
  private readonly moments: readonly Moments[];
  private steps = 0;

  constructor(private readonly problem: GatedProblem) {
    this.current = mapWeights(problem.start, (numbers) => Float64Array.from(numbers));
    this.moments = this.moving(this.current).map(({ length }) => ({
      first: new Float64Array(length),
      second: new Float64Array(length),
    }));
  }

  step(samples: Uint32Array): boolean {
    const { settings, training } = this.problem;
    const { loss, gradient } = lossGradient(settings, this.current, training, samples);
    if (!(loss < divergence)) return false;
    this.steps++;
    const [weights, gradients] = [this.moving(this.current), this.moving(gradient)];
    const adam = adamOf(settings);
    const moved = this.moments.map((moments, k) => adamStep(adam, this.steps, weights[k]!, gradients[k]!, moments));
    return moved.every(Boolean);
  }

  measure(which: "training" | "evaluation"): GatedMeasurement {
    const { settings, [which]: samples } = this.problem;
    return measureLoss(settings, this.current, samples!);
  }

  weights(): TrainedWeights {
    return mapWeights(this.current, (numbers) => Float32Array.from(numbers));
  }

  private moving(of: DoubleWeights): readonly Float64Array[] {
    return numbersOf(movingPart(this.problem.settings, of));
  }
}

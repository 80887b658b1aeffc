import { drawInputs } from "./drawInputs.js";
import { drawTeacher } from "./drawTeacher.js";
import { followTraining } from "./followTraining.js";
import { initialStudent } from "./initialStudent.js";
import { openTrainer } from "./openTrainer.js";
import type { TeacherStudentSettings, TrainingRun, TrainOptions } from "./settings.js";
import { validSettings } from "./validSettings.js";
import { validTrainOptions } from "./validTrainOptions.js";

/**
 * Trains one student of a random teacher by SGD without momentum or decay, on batches drawn uniformly with replacement:
 * W <- W - rate dJ/dW. The run is a pure function of (settings, seed, kernels); what is measured at one checkpoint does not
 * depend on the others. A run whose outputs leave all bounds ends there, and says so in `divergedAt`; an aborted one ends
 * with the checkpoints that it has reached.
 *
 * @throws TheoryError "domain" for settings or options outside their domain.
 */
export async function train(given: TeacherStudentSettings, options: TrainOptions): Promise<TrainingRun> {
  const settings = validSettings(given);
  const { seed, kernels = "wasm" } = validTrainOptions(options);
  const training = drawInputs(settings, seed, "training");
  const teacher = drawTeacher(settings, seed, training);
  const trainer = await openTrainer(kernels, {
    settings,
    teacher,
    student: initialStudent(settings, seed),
    training,
    evaluation: drawInputs(settings, seed, "evaluation"),
  });
  return Object.freeze({ seed, teacher, ...(await followTraining(trainer, settings, options)) });
}

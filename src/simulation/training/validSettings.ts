import { assertAbove, assertInteger, domainError } from "../../numeric/domain.js";
import { assertKeys, show } from "../validOptions.js";
import type { TeacherStudentSettings } from "./settings.js";

const keys = {
  settings: ["inputs", "teacher", "student", "loss", "learningRate", "batch", "steps", "checkpoints"],
  inputs: ["dimension", "standardDeviation", "samples", "evaluation"],
  teacher: ["hidden", "outputs", "polarity", "bias", "normalised"],
  student: ["multiplier", "standardDeviation"],
  learningRate: ["from", "rate"],
} as const;

/** Nodes of one layer, inputs or outputs. */
const LARGEST_WIDTH = 4096;
/** Numbers of one array: inputs, or activations of a layer on one set of inputs. */
const LARGEST_ARRAY = 2 ** 27;

/** A frozen copy. @throws TheoryError "domain" that names the setting and what it may be. */
export function validSettings(given: TeacherStudentSettings): TeacherStudentSettings {
  assertKeys("settings", given, keys.settings);
  const { inputs, teacher, student, loss, learningRate, batch, steps, checkpoints } = given;
  assertInputs(inputs);
  assertTeacher(teacher);
  assertStudent(student);
  assertSizes(given);
  oneOf("loss", loss, ["sum", "mean"]);
  assertInteger("batch", batch, 1, 4096);
  assertInteger("steps", steps, 0, 1e9);
  assertSchedule(learningRate);
  assertIncreasing("checkpoints", checkpoints, steps);
  return Object.freeze({
    inputs: Object.freeze({ ...inputs }),
    teacher: Object.freeze({ ...teacher, hidden: Object.freeze([...teacher.hidden]) }),
    student: Object.freeze({ ...student }),
    ...{ loss, batch, steps },
    learningRate: Object.freeze(learningRate.map((entry) => Object.freeze({ ...entry }))),
    checkpoints: Object.freeze([...checkpoints]),
  });
}

function assertInputs(inputs: TeacherStudentSettings["inputs"]): void {
  assertKeys("inputs", inputs, keys.inputs);
  assertInteger("inputs.dimension", inputs.dimension, 1, LARGEST_WIDTH);
  assertAbove("inputs.standardDeviation", inputs.standardDeviation, 0);
  assertInteger("inputs.samples", inputs.samples, 1, 2 ** 24);
  assertInteger("inputs.evaluation", inputs.evaluation, 2, 2 ** 24);
}

function assertTeacher(teacher: TeacherStudentSettings["teacher"]): void {
  assertKeys("teacher", teacher, keys.teacher);
  const { hidden, outputs, polarity, bias, normalised } = teacher;
  assertList("teacher.hidden", hidden);
  for (const nodes of hidden) assertInteger("teacher.hidden", nodes, 1, LARGEST_WIDTH);
  assertInteger("teacher.outputs", outputs, 1, LARGEST_WIDTH);
  assertBetween("teacher.polarity", polarity, 0, 10);
  if (bias !== "balanced") assertBetween("teacher.bias", bias, -1e6, 1e6, ' or "balanced"');
  oneOf("teacher.normalised", normalised, ["hidden", "all"]);
}

function assertStudent(student: TeacherStudentSettings["student"]): void {
  assertKeys("student", student, keys.student);
  assertInteger("student.multiplier", student.multiplier, 1, LARGEST_WIDTH);
  if (student.standardDeviation !== null) {
    assertBetween("student.standardDeviation", student.standardDeviation, 0, 1e6);
  }
}

function assertSizes({ inputs, teacher, student }: TeacherStudentSettings): void {
  const samples = Math.max(inputs.samples, inputs.evaluation);
  const widest = Math.max(...teacher.hidden) * student.multiplier;
  if (widest > LARGEST_WIDTH) {
    const domain = `at most ${LARGEST_WIDTH} nodes a layer; here it would have ${widest}`;
    throw domainError("student.multiplier", student.multiplier, domain, "Choose a smaller multiplier or teacher.");
  }
  if (samples * Math.max(widest, inputs.dimension, teacher.outputs) > LARGEST_ARRAY) {
    const domain = `with this width, at most ${LARGEST_ARRAY} activations a layer`;
    throw domainError("inputs.samples", samples, domain, "Choose fewer samples or narrower networks.");
  }
}

function assertSchedule(schedule: TeacherStudentSettings["learningRate"]): void {
  assertList("learningRate", schedule);
  for (const entry of schedule) {
    assertKeys("learningRate", entry, keys.learningRate);
    assertAbove("learningRate.rate", entry.rate, 0);
  }
  const starts = schedule.map(({ from }) => from);
  assertIncreasing("learningRate.from", starts, Number.MAX_SAFE_INTEGER);
  if (starts[0] !== 0) throw domainError("learningRate.from", starts[0], "0 for the first rate", "Start with step 0.");
}

function assertIncreasing(name: string, values: readonly number[], high: number): void {
  if (!Array.isArray(values)) throw domainError(name, show(values), "a list of numbers of steps", "Pass an array.");
  for (const [k, value] of values.entries()) {
    assertInteger(name, value, 0, high);
    if (k > 0 && value <= values[k - 1]!) throw domainError(name, value, "increasing", "Sort them, each one once.");
  }
}

function assertList(name: string, value: unknown): void {
  if (Array.isArray(value) && value.length > 0) return;
  throw domainError(name, show(value), "a list that is not empty", "Pass an array with one entry or more.");
}

function assertBetween(name: string, value: number, low: number, high: number, or = ""): void {
  if (typeof value === "number" && value >= low && value <= high) return;
  throw domainError(name, show(value), `a number from ${low} to ${high}${or}`, "Pass a number in that range.");
}

function oneOf(name: string, value: string, allowed: readonly string[]): void {
  if (allowed.includes(value)) return;
  throw domainError(name, show(value), allowed.map((word) => `"${word}"`).join(" or "), "Pass one of these.");
}

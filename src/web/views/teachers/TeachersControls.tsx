import type { FieldState } from "../../address/useFields.js";
import { Choice } from "../../controls/Choice.js";
import { SeedField } from "../../controls/SeedField.js";
import { Slider } from "../../controls/Slider.js";
import { Switch } from "../../controls/Switch.js";
import { Problems } from "../../show/Problems.js";
import type { MoveSetting } from "./moveStudentsTask.js";
import { limits, type teachersFields } from "./teachersFields.js";

const gradients: readonly (readonly [MoveSetting["gradient"], string])[] = [
  ["samples", "batches of fresh samples (SGD)"],
  ["population", "the exact mean over all inputs"],
];

/** Who learns from whom, and how. */
export function TeachersControls({ values, problems, set }: FieldState<typeof teachersFields>) {
  return (
    <form class="controls" onSubmit={(event) => event.preventDefault()}>
      <Problems sentences={problems} />
      <Slider
        {...{ label: "Teacher nodes", value: values.teachers, ...limits.teachers, step: 1 }}
        onChange={(teachers) => set({ teachers })}
      />
      <Slider
        {...{ label: "Student nodes", value: values.students, ...limits.students, step: 1 }}
        onChange={(students) => set({ students })}
      />
      <Slider
        {...{ label: "Outputs", value: values.outputs, ...limits.outputs, step: 1 }}
        onChange={(outputs) => set({ outputs })}
      />
      <Slider
        {...{
          label: "Polarity p: teacher j has strength 1/j^p",
          value: values.polarity,
          ...limits.polarity,
          step: 0.05,
        }}
        onChange={(polarity) => set({ polarity })}
      />
      <Slider
        {...{ label: "Student weights at the start", value: values.scale, ...limits.scale, scale: "log" }}
        onChange={(scale) => set({ scale })}
      />
      <Choice
        {...{ label: "Gradient", value: values.gradient, choices: gradients }}
        onChange={(gradient) => set({ gradient })}
      />
      {values.gradient === "samples" && (
        <Slider
          {...{ label: "Samples a step", value: values.batch, ...limits.batch, scale: "log", step: 1 }}
          onChange={(batch) => set({ batch })}
        />
      )}
      <Slider
        {...{ label: "Learning rate", value: values.rate, ...limits.rate, scale: "log" }}
        onChange={(rate) => set({ rate })}
      />
      <Slider
        {...{ label: "Steps", value: values.steps, ...limits.steps, scale: "log", step: 1 }}
        onChange={(steps) => set({ steps })}
      />
      <SeedField value={values.seed} onChange={(seed) => set({ seed })} />
      <Switch label="Draw theory's trajectories" value={values.flow} onChange={(flow) => set({ flow })} />
    </form>
  );
}

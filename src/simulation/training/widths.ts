import type { TeacherStudentSettings } from "./settings.js";

/** Nodes a layer, the inputs first and the outputs last. */
export const teacherWidths = ({ inputs, teacher }: TeacherStudentSettings): readonly number[] => [
  inputs.dimension,
  ...teacher.hidden,
  teacher.outputs,
];

export const studentWidths = ({ inputs, teacher, student }: TeacherStudentSettings): readonly number[] => [
  inputs.dimension,
  ...teacher.hidden.map((nodes) => nodes * student.multiplier),
  teacher.outputs,
];

import type { StraightLineInstruction, StraightLineProgram } from "./straightLine.js";

/** The program without the instructions that neither output needs, such as constants that were folded; frozen. */
export function prune({ instructions, value, derivative }: StraightLineProgram): StraightLineProgram {
  const needed = new Set([0, value, derivative]);
  for (let register = instructions.length; register > 0; register--) {
    if (needed.has(register)) for (const operand of instructions[register - 1]!.from) needed.add(operand);
  }
  const places = new Map([[0, 0]]);
  const kept: StraightLineInstruction[] = [];
  for (const [k, instruction] of instructions.entries()) {
    if (!needed.has(k + 1)) continue;
    const from = Object.freeze(instruction.from.map((operand) => places.get(operand)!));
    places.set(k + 1, kept.push(Object.freeze({ ...instruction, from })));
  }
  const [first, second] = [places.get(value)!, places.get(derivative)!];
  return Object.freeze({ instructions: Object.freeze(kept), value: first, derivative: second });
}

/** Products by the module of gated networks: matrices are copied in with padding to multiples of 4, and out again. */
import { domainError } from "../../../numeric/domain.js";
import { WasmMemory } from "../../wasm/wasmMemory.js";
import { openGatingModule } from "../wasm/gatingModule.js";
import { padded } from "../wasm/placedWeights.js";
import type { ConvolutionKernels, Numbers, ProductShape } from "./numbers.js";

export async function openWasmKernels(): Promise<ConvolutionKernels> {
  const wasm = await openGatingModule();
  const memory = new WasmMemory(wasm, tooLarge);
  const scratch = memory.reserve(wasm.scratchBytes());
  const areas = { a: area(memory), b: area(memory), out: area(memory), zeros: area(memory) };
  return Object.freeze({
    zeros: (length: number) => new Float32Array(length),
    addProduct(
      { rows, columns, inner, aTurned = false, bTurned = false }: ProductShape,
      a: Numbers,
      b: Numbers,
      out: Numbers,
    ) {
      const [r, c, k] = [padded(rows), padded(columns), padded(inner)];
      const left = aTurned ? areas.a(a, inner, rows) : areas.a(a, rows, inner);
      const right = bTurned ? areas.b(b, columns, inner) : areas.b(b, inner, columns);
      const to = areas.out(null, rows, columns);
      wasm.multiply(r, c, k, left, aTurned, right, bTurned, areas.zeros(null, 1, columns), to, scratch);
      const product = memory.singles(to, r * c);
      for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) out[i * columns + j]! += product[i * c + j]!;
    },
  });
}

type Place = (values: Numbers | null, rows: number, columns: number) => number;

/** A place in memory that grows with what is put there; padding is zero. */
function area(memory: WasmMemory): Place {
  let [address, room] = [0, 0];
  return (values, rows, columns) => {
    const [height, width] = [padded(rows), padded(columns)];
    const length = height * width;
    if (length > room) {
      room = Math.max(length, 2 * room);
      address = memory.reserve(4 * room);
    }
    if (values === null) return address;
    const target = memory.singles(address, length);
    if (width === columns) target.set(values);
    else {
      target.fill(0);
      for (let i = 0; i < rows; i++) target.set(values.subarray(i * columns, (i + 1) * columns), i * width);
    }
    target.fill(0, rows * width);
    return address;
  };
}

const tooLarge = (): Error =>
  domainError("batch", "its layers", "what fits into the memory", "Choose smaller batches.");

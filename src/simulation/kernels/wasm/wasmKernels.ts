import { domainError } from "../../../numeric/domain.js";
import { streamState } from "../../../numeric/random/streamState.js";
import { ziggurat, zigguratEdge } from "../../../numeric/random/ziggurat.js";
import { WasmMemory } from "../../wasm/wasmMemory.js";
import type { Block, KernelOptions, Kernels, Square, StreamKey } from "../kernels.js";
import { noProgram, type PlacedProgram, panelRows, placeProgram } from "./wasmActivation.js";
import type { WasmExports, WasmNormalisation } from "./wasmModule.js";

interface WasmBlock extends Block {
  readonly address: number;
}

const addressOf = (block: Block): number => (block as WasmBlock).address;

const tooLarge = ({ width, columns }: KernelOptions): Error =>
  domainError(
    "width",
    width,
    `with ${columns} columns, arrays that fit into 4 GB and into the memory that the engine grants`,
    "Choose a smaller width, batch or number of batches, or a backend with a memory of its own.",
  );

/** One instance and its memory. The layout of a block stands in assembly/index.ts. */
export class WasmKernels implements Kernels {
  readonly options: KernelOptions;
  private readonly wasm: WasmExports;
  private readonly memory: WasmMemory;
  /** Rows and columns that the loops run over: the width and the columns rounded up to multiples of 4. */
  private readonly rows: number;
  private readonly size: number;
  /** Numbers from one column to the next. */
  private readonly stride: number;
  private readonly tables: number;
  private readonly state: number;
  private readonly square: number;
  private readonly scratch: number;
  private readonly value: PlacedProgram;
  private readonly derivative: PlacedProgram;
  private readonly free: WasmBlock[] = [];

  constructor(wasm: WasmExports, options: KernelOptions) {
    this.options = options;
    this.wasm = wasm;
    this.memory = new WasmMemory(wasm, () => tooLarge(options));
    this.rows = 4 * Math.ceil(options.width / 4);
    this.size = 4 * Math.ceil(options.columns / 4);
    const lines = Math.ceil(options.width / 8);
    this.stride = 8 * (lines % 2 === 0 ? lines + 1 : lines);
    this.tables = this.placeTables();
    this.state = this.memory.reserve(32);
    this.square = this.memory.reserve(8 * this.size * this.size);
    this.scratch = this.memory.reserve(4 * 8 * panelRows);
    const { program } = options.activation;
    this.value = program ? placeProgram(this.memory, program, "value") : noProgram;
    this.derivative = program ? placeProgram(this.memory, program, "derivative") : noProgram;
  }

  allocate(): Block {
    const { width, columns } = this.options;
    return this.free.pop() ?? { width, columns, address: this.memory.reserve(8 * this.stride * this.size) };
  }

  release(block: Block): void {
    this.free.push(block as WasmBlock);
  }

  read(block: Block): Float64Array {
    const { width, columns } = this.options;
    const out = new Float64Array(width * columns);
    for (let c = 0; c < columns; c++) out.set(this.column(block, c), c * width);
    return out;
  }

  write(block: Block, data: Float64Array): void {
    const { width, columns } = this.options;
    for (let c = 0; c < columns; c++) this.column(block, c).set(data.subarray(c * width, (c + 1) * width));
  }

  copy(from: Block, to: Block): void {
    this.numbers(to).set(this.numbers(from));
  }

  fill(gaussians: Block, key: StreamKey): void {
    const { width, columns } = this.options;
    this.memory.bytes(this.state, 32).set(new Uint8Array(streamState(key).buffer));
    this.wasm.fill(this.state, this.tables, addressOf(gaussians), width, this.stride, columns);
  }

  syrk(x: Block): Square {
    const out = this.gram(x, x, true);
    const { columns } = this.options;
    for (let a = 1; a < columns; a++) for (let b = 0; b < a; b++) out[a * columns + b] = out[b * columns + a]!;
    return out;
  }

  gemmTN(x: Block, y: Block): Square {
    return this.gram(x, y, false);
  }

  mulTri(gaussians: Block, lower: Square): void {
    const { columns } = this.options;
    this.combine(gaussians, gaussians, (k, c) => (k <= c ? lower[c * columns + k]! : 0), true);
  }

  addXM(y: Block, x: Block, m: Square): void {
    const { columns } = this.options;
    this.combine(y, x, (k, c) => m[k * columns + c]!, false);
  }

  bnForward(h: Block, x: Block): void {
    const { value } = this.options.activation;
    this.wasm.bnForward(addressOf(h), addressOf(x), ...this.normalisation(this.value));
    if (this.value === noProgram) this.map(x, value);
  }

  bnBackward(h: Block, d: Block): void {
    const { activation } = this.options;
    if (this.derivative !== noProgram) {
      this.wasm.bnBackward(addressOf(h), addressOf(d), ...this.normalisation(this.derivative), 0);
      return;
    }
    const slopes = this.allocate();
    this.wasm.bnForward(addressOf(h), addressOf(slopes), ...this.normalisation(noProgram));
    this.map(slopes, activation.derivative);
    this.wasm.bnBackward(addressOf(h), addressOf(d), ...this.normalisation(noProgram), addressOf(slopes));
    this.release(slopes);
  }

  /** The instance and its memory go when nothing refers to them any more. */
  close(): void {
    this.free.length = 0;
  }

  private placeTables(): number {
    const { scale, inside, density } = ziggurat();
    const numbers = [...scale, ...inside, ...density, zigguratEdge];
    const address = this.memory.reserve(8 * numbers.length);
    this.memory.doubles(address, numbers.length).set(numbers);
    return address;
  }

  /** Views live until the memory grows. */
  private column(block: Block, c: number): Float64Array {
    return this.memory.doubles(addressOf(block) + 8 * c * this.stride, this.options.width);
  }

  private numbers(block: Block): Float64Array {
    return this.memory.doubles(addressOf(block), this.stride * this.size);
  }

  private map(block: Block, f: (x: number) => number): void {
    for (let c = 0; c < this.options.columns; c++) {
      const column = this.column(block, c);
      for (let i = 0; i < column.length; i++) column[i] = f(column[i]!);
    }
  }

  private gram(x: Block, y: Block, symmetric: boolean): Square {
    const { width, columns } = this.options;
    this.wasm.gram(addressOf(x), addressOf(y), this.square, this.rows, this.stride, this.size, symmetric);
    const padded = this.memory.doubles(this.square, this.size * this.size);
    const out = new Float64Array(columns * columns);
    for (let a = 0; a < columns; a++) {
      for (let b = 0; b < columns; b++) out[a * columns + b] = padded[a * this.size + b]! / width;
    }
    return out;
  }

  private combine(target: Block, source: Block, at: (k: number, c: number) => number, triangular: boolean): void {
    const { columns } = this.options;
    const packed = this.memory.doubles(this.square, this.size * this.size);
    // quadruples of four neighbouring columns, as assembly/combine.ts reads them
    for (let c = 0; c < columns; c++) {
      const first = (c - (c % 4)) * this.size + (c % 4);
      for (let k = 0; k < columns; k++) packed[first + 4 * k] = at(k, c);
    }
    for (let c = columns; c < this.size; c++) {
      const first = (c - (c % 4)) * this.size + (c % 4);
      for (let k = 0; k < columns; k++) packed[first + 4 * k] = 0;
    }
    this.wasm.combine(addressOf(target), addressOf(source), this.square, this.rows, this.stride, columns, triangular);
  }

  private normalisation({ code, count, registers, result }: PlacedProgram): WasmNormalisation {
    const { width, columns, batch, epsilon, gamma, beta, centred } = this.options;
    const { stride, scratch } = this;
    return [width, stride, columns, batch, epsilon, gamma, beta, centred, code, count, registers, result, scratch];
  }
}

import type { Backend, Block } from "../../../src/simulation/kernels/kernels.js";
import { plainBackend } from "../../../src/simulation/kernels/plain/plainBackend.js";

const rounded = (values: Float64Array) => values.map(Math.fround);

/** The plain backend with every result rounded to 24 bits, as a GPU's are. */
export const singlePrecision: Backend = {
  name: "single precision",
  unitRoundoff: 2 ** -24,
  async open(options) {
    const kernels = await plainBackend.open(options);
    const round = async (block: Block) => kernels.write(block, rounded(await kernels.read(block)));
    return {
      options,
      allocate: () => kernels.allocate(),
      release: (block) => kernels.release(block),
      read: (block) => kernels.read(block),
      write: (block, data) => kernels.write(block, rounded(data)),
      copy: (from, to) => kernels.copy(from, to),
      close: () => kernels.close(),
      syrk: async (x) => rounded(await kernels.syrk(x)),
      gemmTN: async (x, y) => rounded(await kernels.gemmTN(x, y)),
      async fill(block, key) {
        await kernels.fill(block, key);
        await round(block);
      },
      async mulTri(block, lower) {
        await kernels.mulTri(block, rounded(lower));
        await round(block);
      },
      async addXM(y, x, m) {
        await kernels.addXM(y, x, rounded(m));
        await round(y);
      },
      async bnForward(h, x) {
        await kernels.bnForward(h, x);
        await round(x);
      },
      async bnBackward(h, d) {
        await kernels.bnBackward(h, d);
        await round(d);
      },
    };
  },
};

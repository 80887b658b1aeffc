import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { TheoryError } from "../../src/errors.js";
import { type LoadOptions, loadTfjsNode, type TfjsNodeName } from "../../src/node/loadTfjsNode.js";
import { tanh } from "../laws/support/activations.js";

const bundle = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const absent = () => Promise.reject(Object.assign(new Error("Cannot find package"), { code: "ERR_MODULE_NOT_FOUND" }));

async function refusal(name: TfjsNodeName, options: LoadOptions): Promise<TheoryError> {
  const error = await loadTfjsNode(name, options).catch((reason) => reason);
  expect(error).toBeInstanceOf(TheoryError);
  expect(error.details).toMatchObject({ code: "not-applicable", parameter: "backend", value: name });
  return error;
}

describe("loading TensorFlow.js for Node", () => {
  it("says how to install a package that is absent", async () => {
    const error = await refusal("tfjs-node-gpu", { load: absent, version: "20.11.0" });
    expect(error.message).toContain("@tensorflow/tfjs-node-gpu is not installed");
    expect(error.details.remedy).toContain("npm install @tensorflow/tfjs-node-gpu@4.22.0");
  });

  it.skipIf(!existsSync(bundle))("is what the command line then prints", () => {
    // tfjs-node is no dependency of this project; whether it is there, only Node's own import knows
    const words = "simulate tanh --batch 4 --width 20 --depth 3 --samples 2 --backend tfjs-node".split(" ");
    const { stdout, stderr, status } = spawnSync(process.execPath, [bundle, ...words], { encoding: "utf8" });
    expect([status, stdout]).toEqual([2, ""]);
    const known = ["20", "22"].includes(process.versions.node.split(".")[0]!);
    expect(stderr).toContain(known ? "npm install @tensorflow/tfjs-node@4.22.0" : "does not support Node");
  });

  it.each(["16.20.0", "18.0.0", "21.1.0", "24.2.0"])(
    "refuses Node %s, for which there are no binaries",
    async (version) => {
      const error = await refusal("tfjs-node", { load: absent, version });
      expect(error.message).toContain(`does not support Node ${version}`);
      expect(error.details.remedy).toContain("Node 20 or 22");
    },
  );

  it("passes on why a package that is there cannot be loaded, without advice to install it", async () => {
    const load = () => Promise.reject(new Error("libcudart.so.11.0: cannot open shared object file\nmore"));
    const error = await refusal("tfjs-node-gpu", { load, version: "22.1.0" });
    expect(error.message).toContain("cannot be loaded (libcudart.so.11.0: cannot open shared object file)");
    expect(error.message).not.toContain("more");
    expect(error.details.remedy).not.toContain("npm install");
  });

  it("is a backend once the package is there", async () => {
    const tf = await import("@tensorflow/tfjs-core");
    await import("@tensorflow/tfjs-backend-cpu");
    tf.enableProdMode();
    for (const module of [tf, { default: tf }]) {
      const backend = await loadTfjsNode("tfjs-node", { load: () => Promise.resolve(module), version: "20.0.0" });
      expect([backend.name, backend.unitRoundoff]).toEqual(["tfjs-node", 2 ** -24]);
      const shape = { width: 3, columns: 2, batch: 2, epsilon: 0, gamma: 1, beta: 0, centred: true };
      const kernels = await backend.open({ ...shape, activation: tanh });
      const block = kernels.allocate();
      await kernels.write(block, Float64Array.of(1, 2, 3, 4, 5, 6));
      expect([...(await kernels.syrk(block))]).toEqual([14 / 3, 32 / 3, 32 / 3, 77 / 3]);
      kernels.close();
    }
  });
});

// One use of everything that the package exports to Node, by its public name. Prints what came out; the test knows what that must be.
const uses = {
  theoria: ({ batchNorm }) => batchNorm({ activation: "tanh", batch: 8 }).rate.value.toFixed(9),
  "theoria/symbolic": ({ derive, text }) => text(derive("rate", "x^2").formula),
  "theoria/ladder": ({ ladderFromAtoms }) => typeof ladderFromAtoms,
  "theoria/alignment": ({ randomNetwork }) => Object.keys(randomNetwork([2, 3, 2], { seed: 1 })).length > 0,
  "theoria/grouping": ({ activationRules, deriveActivation }) => deriveActivation(activationRules[0]).name,
  "theoria/landscape": ({ riskHessian }) =>
    riskHessian({
      W: [
        [
          [1, -1],
          [2, 1],
        ],
      ],
      alpha: [1, -1],
      X: [[1, 1.2]],
      y: [-1],
      loss: "hinge",
    }).length,
  "theoria/gating": ({ gatedNetwork, gatedForward }) =>
    gatedForward(gatedNetwork("dlgn", { W: [[[1]], [[1]]], U: [[[2]], [[3]]] }), [1]).output[0],
  "theoria/call": ({ call }) => call([{ id: 7, kind: "transition", inputs: { batch: 8 } }]).results[0].id,
  "theoria/display": ({ displayTable }) =>
    displayTable([{ batch: 8 }])
      .mime["text/plain"].split("\n")[2]
      .trim(),
  "theoria/theorems": ({ theorems }) => theorems.some(({ id }) => id === "batchnorm/theorem-1"),
  "theoria/simulation": async ({ simulate, wasmBackend }) => {
    const { activation, elementwiseOf } = await import("theoria");
    const network = { activation: elementwiseOf(activation("relu")), batch: 4, width: 20, depth: 5 };
    return (await simulate(network, { samples: 2, seed: 1, backend: wasmBackend })).samples.length;
  },
  "theoria/simulation/node": async ({ startNodeWorker }) => {
    const { activation, elementwiseOf } = await import("theoria");
    const { simulate, wasmBackend } = await import("theoria/simulation");
    const network = { activation: elementwiseOf(activation("relu")), batch: 4, width: 20, depth: 5 };
    const workers = { start: startNodeWorker, count: 2 };
    return (await simulate(network, { samples: 4, seed: 1, backend: wasmBackend, workers })).samples.length;
  },
  "theoria/fast-check": ({ batchSizes }) => typeof batchSizes,
};
const documents = ["schema.json", "expression.schema.json", "call.schema.json", "package.json"];

const found = {};
for (const [name, use] of Object.entries(uses)) found[name] = await use(await import(name));
for (const name of documents) {
  const { default: document } = await import(`theoria/${name}`, { with: { type: "json" } });
  found[`theoria/${name}`] = document.name ?? typeof document.$schema;
}
console.log(JSON.stringify(found));

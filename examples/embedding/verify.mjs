// Verifies a configuration against the platforms and records what is proven, until it is told to stop.
// node examples/embedding/verify.mjs chorus.config.yaml
import { apply, ChorusError, describe } from "chorus-as-code";

const [config = "chorus.config.yaml"] = process.argv.slice(2);
const stop = new AbortController();
process.once("SIGTERM", () => stop.abort());

try {
  const { plan, recorded } = await apply({
    config,
    trust: (process.env.CHORUS_TRUST ?? "").split(",").filter(Boolean),
    signal: stop.signal,
    onEvent: (event) => {
      if (event.event === "became-true") console.log(`proven: ${event.address}`);
      if (event.event === "drifted") console.log(`lost: ${event.address}`);
    },
  });
  console.log(`${recorded} subjects recorded, ${plan.steps.length} steps left`);
} catch (error) {
  if (error instanceof ChorusError) console.error(describe(error.diagnostics, "en"));
  else if (stop.signal.aborted) console.error("stopped");
  else throw error;
  process.exitCode = 1;
}

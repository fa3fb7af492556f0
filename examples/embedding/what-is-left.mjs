// What each structure of a configuration still needs, from what is recorded: no request, no secret.
// node examples/embedding/what-is-left.mjs examples/direct/chorus.config.yaml
import { ChorusError, describe, plan } from "chorus-as-code";

const [config = "chorus.config.yaml"] = process.argv.slice(2);

try {
  const { steps, summary } = await plan({ config, offline: true });
  for (const { action, environment, items } of steps) console.log(`${environment}  ${action}  ${items.length}`);
  console.log(`${steps.length} steps, ${summary.unknown} resources unknown`);
} catch (error) {
  if (!(error instanceof ChorusError)) throw error;
  console.error(describe(error.diagnostics, "en"));
  process.exitCode = 1;
}

/** Resources of Alchemy's own engine that do nothing, as many as `RESOURCES` says: from its second run on, nothing changes. */
import process from "node:process";
import alchemy, { Resource } from "alchemy";

const Structure = Resource("bench::Structure", async function (_id, properties) {
  return this.phase === "delete" ? this.destroy() : { ...properties, exists: true };
});

const app = await alchemy("bench", { quiet: true, noTrack: true, phase: "up", stage: "bench" });
await Promise.all(
  Array.from({ length: Number(process.env.RESOURCES) }, (_, index) =>
    Structure(`agence-${index}`, { identifiant: String(10_000_000_000_000 + index), nom: `Agence numéro ${index}`, espaces: ["factures-emises", "factures-recues"] }),
  ),
);
await app.finalize();
console.log("done");
process.exit();

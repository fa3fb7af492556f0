import pc from "picocolors";
import type { DoctorDocument } from "../../../src/doctor/doctor-document.ts";
import { examine } from "../../../src/operations/doctor.ts";
import { NO_TRUST } from "../../../src/piste/trust.ts";
import { renderDoctorText } from "../../../src/views/doctor-text.ts";
import { DIRECT, DIRECT_DONE, SECRETS } from "../../support/direct.ts";
import { startProject } from "../../support/project.ts";

/** A doctor on an application without Transverses, before its password is known. */
export const renderDoctor = async (): Promise<string> => {
  const { CHORUS_PRODUCTION_PASSWORD: _password, ...secrets } = SECRETS;
  const scenario = structuredClone(DIRECT_DONE);
  const applications = Object.values(scenario.environments.production?.applications ?? {});
  for (const application of applications) Object.assign(application, { apis: application.apis.filter((api) => api !== "transverses") });
  const project = await startProject(scenario, { yaml: DIRECT, secrets });
  try {
    const request = { choice: { limit: 20 }, trust: { ...NO_TRUST, loopback: true }, version: "0.1.0" };
    const document = steady(await examine(project.ports, await project.open(), request));
    const look = { language: "fr", width: 100, palette: pc.createColors(false), timeZone: "Europe/Paris" } as const;
    return `\`\`\`text\n${renderDoctorText(document, look)}\`\`\``;
  } finally {
    await project.close();
  }
};

/** Ports, correlation ids and durations are chance; so is which of the answers came quickest. */
const steady = (document: DoctorDocument): DoctorDocument => {
  const text = JSON.stringify(document)
    .replaceAll(/127\.0\.0\.1:\d+/g, "127.0.0.1:8080")
    .replaceAll(/Id-[0-9a-f]{8} 0/g, "Id-7f3a91c2 0")
    .replaceAll(/"durationMs":[\d.]+/g, '"durationMs":12')
    .replaceAll(/"aheadS":-?\d+/g, '"aheadS":0')
    .replaceAll(/"createdAt":"[^"]+"/g, '"createdAt":"2026-11-24T08:12:00Z"');
  const steadied = JSON.parse(text) as DoctorDocument;
  const [first] = steadied.environments;
  const token = first?.checks.find(({ check }) => check === "token")?.evidence;
  for (const check of first?.checks ?? []) if (check.check === "clock" && token !== undefined) Object.assign(check, { evidence: token });
  return steadied;
};

import type { Check, CheckEvidence } from "../../doctor/doctor-document.ts";
import type { DoctorScene } from "./check-lines.ts";

/** What was seen, beside the reason. */
export const factTexts = ({ facts }: Check, scene: DoctorScene): readonly string[] => {
  if (facts === undefined) return [];
  const { doctor } = scene;
  const { found, variable, proxy, addresses, code, protocol, chain = [], root, aheadS, lifetimeS } = facts;
  return [
    ...(found === undefined ? [] : [doctor.found(found)]),
    ...(variable === undefined ? [] : [proxy === undefined ? variable : `${variable} ${proxy}`]),
    ...(addresses === undefined ? [] : [addresses.join(", ")]),
    ...(code === undefined || code === "" ? [] : [code]),
    ...(protocol === undefined ? [] : [protocol]),
    ...chain.map(({ subject, issuer, validFrom, validUntil }) =>
      doctor.certificate(subject, issuer, dateText(validFrom, scene), dateText(validUntil, scene)),
    ),
    ...(root === undefined ? [] : [doctor.roots[root] ?? root]),
    ...(aheadS === undefined ? [] : [doctor.ahead(aheadS)]),
    ...(lifetimeS === undefined ? [] : [doctor.lives(lifetimeS)]),
  ];
};

/** What has a line of its own: each secret that is missing, each file of them that others may read, and what the other environment said. */
export const ownTexts = ({ facts }: Check, scene: DoctorScene): readonly string[] => {
  const { doctor, words } = scene;
  const { missing = [], exposed = [], elsewhere } = facts ?? {};
  return [
    ...exposed.map(doctor.exposed),
    ...missing.map(({ of, name, secret, reason }) => `${secret}${words.words.colon}${doctor.missing[reason] ?? reason} (${doctor.of[of](name)})`),
    ...(elsewhere === undefined
      ? []
      : [`${doctor.elsewhere[elsewhere.answer](elsewhere.environment)} (${evidenceText(elsewhere.evidence, scene)})`]),
  ];
};

/** What was asked, what came, its id, how long it took. */
export const evidenceText = (evidence: CheckEvidence | undefined, { doctor, words }: DoctorScene): string => {
  if (evidence === undefined) return "";
  const { asked, status, correlationId, durationMs, tries } = evidence;
  const time = durationMs === undefined ? [] : [doctor.milliseconds(durationMs)];
  if (status === undefined) return [asked, ...(tries > 1 ? [doctor.tries(tries)] : []), ...time].join(", ");
  return [words.plan.evidence(String(status), asked, tries, correlationId ?? ""), ...time].join(", ");
};

const dateText = (instant: Parameters<DoctorScene["dates"]["date"]>[0] | undefined, { dates }: DoctorScene): string =>
  instant === undefined ? "?" : dates.date(instant);

import { expect, test } from "vitest";
import { address } from "../../../src/model/address.ts";
import type { Attestation } from "../../../src/model/attestation.ts";
import type { Instant } from "../../../src/model/instant.ts";
import { renderAttested } from "../../../src/views/attest-text.ts";
import { screen } from "./screen.ts";

const attestation: Attestation = {
  address: address("production", "raccordement", "principale", "siege"),
  by: "Camille\u001b[31m Durand",
  at: "2026-11-24T08:12:00Z" as Instant,
  seen: "vu",
  until: "2027-11-24T22:59:59Z" as Instant,
  covers: "1234",
};

test("a word is told with whose it is and until when, whatever the name tries", () => {
  expect(renderAttested({ file: "chorus.attestations.yaml", attestations: [attestation] }, screen("fr", 160))).toBe(
    "✎  production/raccordement/principale/siege : attesté par Camille\\u{1b}[31m Durand, jusqu'au 24/11/2027\nÉcrit dans chorus.attestations.yaml. Suite : chorus apply\n",
  );
  expect(renderAttested({ file: "chorus.attestations.yaml", attestations: [attestation] }, screen("en", 160))).toContain("until 2027-11-24");
});

test("evidence that was not read is said to be so", () => {
  expect(renderAttested({ attestations: [attestation], unread: "ecran.png" }, screen("fr", 300))).toContain("!  ecran.png n'a pas été lu");
  expect(renderAttested({ attestations: [attestation], unread: "ecran.png" }, screen("en", 300))).toContain("!  ecran.png was not read");
});

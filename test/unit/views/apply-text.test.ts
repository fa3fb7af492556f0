import { expect, test } from "vitest";
import type { ApplyEvent } from "../../../src/apply/events.ts";
import { address } from "../../../src/model/address.ts";
import { createApplyView, renderApplyEvents } from "../../../src/views/apply-text.ts";
import { condition } from "./fixtures/other-plans.ts";
import { screen } from "./screen.ts";

const lyon = address("production", "edi", "lyon");
const espace = address("production", "espace", "lyon", "factures-emises");

const EVENTS: readonly ApplyEvent[] = [
  { event: "became-true", address: espace, condition: condition({ type: "Open", reason: "enabled" }) },
  { event: "drifted", address: espace, condition: condition({ type: "Open", reason: "not-enabled", status: "false" }) },
  { event: "attested", address: address("production", "raccordement", "EXEMPLE", "lyon") },
  { event: "wrote", address: lyon, arguments: { structure: "lyon", identifiant: "73282932000082", reception: "true", connexion: "false" } },
  { event: "write-refused", address: lyon, status: 403 },
  { event: "held", address: lyon, change: "write" },
  { event: "recorded", file: "chorus.state.jsonl", subjects: 1 },
];

test("each event is a line", () => {
  expect(EVENTS.map((event) => renderApplyEvents([event], screen("fr", 160))).join("")).toBe(
    [
      "✓  lyon, espace « Factures émises » (production) : prouvé (espace ouvert)",
      "✗  lyon, espace « Factures émises » (production) : n'est plus vrai (absente de la liste de cet espace)",
      "✎  lyon, raccordement → EXEMPLE (production) : attesté",
      "✓  lyon, paramètres EDI (production) : écrit : reception oui, connexion non",
      "!  lyon, paramètres EDI (production) : écriture refusée (403) : l'étape devient manuelle",
      "~  lyon, paramètres EDI (production) : retenu, une écriture que le plan relu ne prévoyait pas",
      "·  Enregistré : 1 ligne dans chorus.state.jsonl",
      "",
    ].join("\n"),
  );
});

test("in English too", () => {
  expect(EVENTS.map((event) => renderApplyEvents([event], screen("en", 160)))).toMatchInlineSnapshot(`
    [
      "✓  lyon, espace “Factures émises” (production): proven (espace open)
    ",
      "✗  lyon, espace “Factures émises” (production): is no longer true (absent from the list of this espace)
    ",
      "✎  lyon, raccordement → EXEMPLE (production): attested
    ",
      "✓  lyon, EDI parameters (production): written: reception yes, connexion no
    ",
      "!  lyon, EDI parameters (production): write refused (403): the step becomes manual
    ",
      "~  lyon, EDI parameters (production): held back, a write that the reviewed plan did not have
    ",
      "·  Recorded: 1 line in chorus.state.jsonl
    ",
    ]
  `);
});

test("events that differ only in their subject share a line", () => {
  const view = createApplyView(screen("fr", 160));
  const became = (...names: readonly [string, string]): ApplyEvent => ({
    event: "became-true",
    address: address("production", "espace", ...names),
    condition: condition({ type: "Open", reason: "enabled" }),
  });
  const told = [became("lyon", "factures-emises"), became("nantes", "factures-emises"), ...EVENTS.slice(1, 2)].map((event) => view.push(event));
  expect([...told, view.end()]).toEqual([
    "",
    "",
    "✓  lyon, nantes, espace « Factures émises » (production) : prouvé (espace ouvert)\n",
    "✗  lyon, espace « Factures émises » (production) : n'est plus vrai (absente de la liste de cet espace)\n",
  ]);
  expect(view.end()).toBe("");
});

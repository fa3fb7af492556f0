import { expect, it } from "vitest";
import { hasSirenKey, hasSiretKey, identifierFault, isIdentifierType, type IdentifierFault, type IdentifierType } from "../../../src/model/identifier.ts";

const form = (expected: string): IdentifierFault => ({ fault: "identifier-form", expected });
const EU = form("BE0123456789");
const BEYOND = form("CHEXEMPLESA");
const RIDET = form("0123456789");
const TAHITI = form("A12345001");
const PERSON = form("DUPONT75001");
const OTHER = form("ABC-123");

it.each<readonly [IdentifierType, string, IdentifierFault | undefined]>([
  ["SIRET", "73282932000074", undefined],
  ["SIRET", "73282932000075", { fault: "siret-key" }],
  ["SIRET", "732 829 320 00074", { fault: "siret-form", fix: "73282932000074" }],
  ["SIRET", "732.829.320-00074", { fault: "siret-form", fix: "73282932000074" }],
  ["SIRET", "732829320", { fault: "siret-siren" }],
  ["SIRET", "732 829 320", { fault: "siret-siren" }],
  ["SIRET", "1234567400019", { fault: "siret-form", fix: "01234567400019" }],
  ["SIRET", "3282932000074", { fault: "siret-form" }],
  ["SIRET", "732829320000741", { fault: "siret-form" }],
  ["SIRET", "0".repeat(15), { fault: "siret-form" }],
  ["SIRET", "7328293200", { fault: "siret-form" }],
  ["SIRET", "x73282932000074", { fault: "siret-form" }],
  ["SIRET", "73282932000074x", { fault: "siret-form" }],
  ["SIRET", "x732829320", { fault: "siret-form" }],
  ["SIRET", "732829320x", { fault: "siret-form" }],
  ["SIRET", "x3282932000074", { fault: "siret-form" }],
  ["SIRET", "3282932000074x", { fault: "siret-form" }],
  ["SIRET", "", { fault: "siret-form" }],
  ["UE_HORS_FRANCE", "BE0123456789", undefined],
  ["UE_HORS_FRANCE", "ATU1", undefined],
  ["UE_HORS_FRANCE", "IE1234567+*", undefined],
  ["UE_HORS_FRANCE", "BE0123456789012345", undefined],
  ["UE_HORS_FRANCE", "BE01234567890123456", EU],
  ["UE_HORS_FRANCE", "BE0", EU],
  ["UE_HORS_FRANCE", "FR12732829320", EU],
  ["UE_HORS_FRANCE", "1BE012", EU],
  ["UE_HORS_FRANCE", "be0123456789", EU],
  ["HORS_UE", "CHEXEMPLESA", undefined],
  ["HORS_UE", "ch Ex. & O'Fils-1", undefined],
  ["HORS_UE", "CHA", undefined],
  ["HORS_UE", "CH", BEYOND],
  ["HORS_UE", "CH34567890123456789", BEYOND],
  ["HORS_UE", "1CHEXEMPLE", BEYOND],
  ["HORS_UE", "CHEXEMPLE/1", BEYOND],
  ["RIDET", "012345678", undefined],
  ["RIDET", "0123456789", undefined],
  ["RIDET", "01234567", RIDET],
  ["RIDET", "01234567890", RIDET],
  ["RIDET", "x0123456789", RIDET],
  ["TAHITI", "A12345", undefined],
  ["TAHITI", "A12345001", undefined],
  ["TAHITI", "A1234500", TAHITI],
  ["TAHITI", "A1234500X", TAHITI],
  ["TAHITI", "-A12345", TAHITI],
  ["TAHITI", "A12345-", TAHITI],
  ["AUTRE", "A", undefined],
  ["AUTRE", "x".repeat(80), undefined],
  ["AUTRE", "x".repeat(81), OTHER],
  ["AUTRE", " A", OTHER],
  ["AUTRE", "", OTHER],
  ["PARTICULIER", "D", undefined],
  ["PARTICULIER", "x".repeat(80), undefined],
  ["PARTICULIER", "x".repeat(81), PERSON],
  ["PARTICULIER", " D", PERSON],
])("%s « %s »", (type, identifier, fault) => {
  expect(identifierFault(type, identifier)).toEqual(fault);
});

it.each([
  ["73282932000074", true],
  ["73282932000047", false],
  ["35600000000048", true],
  ["35600000049837", true],
  ["35600000049838", false],
  ["73282932000072", false],
])("%s has the key of a SIRET: %s", (siret, has) => {
  expect(hasSiretKey(siret)).toBe(has);
});

it.each([["732829320", true], ["732829321", false], ["723829320", false]])("%s has the key of a SIREN: %s", (siren, has) => {
  expect(hasSirenKey(siren)).toBe(has);
});

it("knows its types by their words", () => {
  expect(["SIRET", "PARTICULIER", "siret", ""].map(isIdentifierType)).toEqual([true, true, false, false]);
});

import { expect, it } from "vitest";
import { frameOf } from "../../../src/kinds/pieces/frame-of.ts";
import { joinPieces } from "../../../src/kinds/pieces/join-pieces.ts";
import { piecesOf } from "../../../src/kinds/pieces/pieces-of.ts";
import type { Desired, DesiredEnvironment, Structure } from "../../../src/model/desired.ts";
import { clientsOf } from "../../support/clients.ts";

// A piece carries what its structure needs and nothing else, as it is kept for each of a hundred thousand.

const whole = clientsOf(3);
const production = whole.environments.production as DesiredEnvironment;
const [one, two, three] = Object.values(production.structures) as [Structure, Structure, Structure];
const [a, b] = Object.values(production.comptesTechniques) as [DesiredEnvironment["comptesTechniques"][string], DesiredEnvironment["comptesTechniques"][string]];
const application = production.applications["principale"] as DesiredEnvironment["applications"][string];
const { client: _client, ...ours } = a;
const own = { ...ours, structure: "old", couvre: ["old", "new", "old"] };
const contact = { nom: "Un", email: "un@exemple.fr", telephone: "01" };
const raccordement = (structure: string, more: object = {}) => ({ structure, application: "principale", usage: "editeur", ...more }) as const;

const DESIRED: Desired = {
  ...whole,
  contacts: { un: contact, deux: { ...contact, nom: "Deux" } },
  gestionnaires: { z: { nom: "Zoé" }, m: { nom: "Max" }, a: { nom: "Alix" } },
  environments: {
    production: {
      applications: { principale: application, autre: { ...application, nom: "AUTRE" } },
      structures: { old: { ...one, etat: "sortant", gestionnaire: "z" }, new: { ...two, remplace: "old", gestionnaire: "a" }, alone: { ...three, remplace: "new" }, bare: three },
      comptesTechniques: { own, client: { ...b, structure: "new", couvre: ["new"] }, wide: { ...b, structure: "alone", couvre: ["alone", "new", "old"] } },
      raccordements: { r: raccordement("old", { contact: "un" }), s: raccordement("new") },
    },
    qualification: { applications: { bac: { ...application, nom: "BAC" } }, structures: { essai: three }, comptesTechniques: { test: { ...ours, structure: "essai", couvre: ["essai"] } }, raccordements: {} },
  },
};

const named = (placed: readonly (readonly [place: number, name: string, value: unknown])[] | undefined) => placed?.map(([place, name]) => `${place} ${name}`);
const environment = (frame: ReturnType<typeof frameOf>, name: string) => frame.environments.find((framed) => framed.environment === name);

it("a frame has what is few, and of what is many the operator's account, the wide ones and who acts", () => {
  const few = frameOf(DESIRED, 3);
  expect([named(few.contacts), named(few.gestionnaires)]).toEqual([["0 un", "1 deux"], ["0 z", "1 m", "2 a"]]);
  expect(named(environment(few, "production")?.applications)).toEqual(["0 principale", "1 autre"]);
  expect(named(environment(few, "production")?.comptesTechniques)).toEqual(["0 own"]);
  const many = frameOf(DESIRED, 1);
  expect([named(many.contacts), many.gestionnaires]).toEqual([[], [[2, "a", { nom: "Alix" }]]]);
  expect([named(environment(many, "production")?.applications), named(environment(many, "qualification")?.applications)]).toEqual([[], ["0 bac"]]);
  expect(environment(many, "production")?.comptesTechniques.map(([place, name, { couvre }]) => [place, name, couvre])).toEqual([[0, "own", []], [2, "wide", []]]);
  expect(named(environment(frameOf(DESIRED, 2), "production")?.comptesTechniques)).toEqual(["0 own", "2 wide"]);
  expect(frameOf({ ...DESIRED, gestionnaires: {} }, 1).gestionnaires).toEqual([]);
  const nothing = { applications: {}, structures: {}, comptesTechniques: {}, raccordements: {} };
  expect(few.desired).toEqual({ ...DESIRED, comptesPiste: {}, contacts: {}, gestionnaires: {}, environments: { production: nothing, qualification: nothing } });
});

it("the operator's account is no client's, calls through an application, and is the first by name", () => {
  const { application: _application, ...mute } = ours;
  const operator = (comptesTechniques: DesiredEnvironment["comptesTechniques"]) =>
    named(environment(frameOf({ ...DESIRED, environments: { production: { ...production, comptesTechniques } } }, 3), "production")?.comptesTechniques);
  expect(operator({ b: ours, a: ours })).toEqual(["1 a"]);
  expect(operator({ a: ours, b: ours })).toEqual(["0 a"]);
  expect(operator({ a: mute, b: ours })).toEqual(["1 b"]);
  expect(operator({ a, b: ours })).toEqual(["1 b"]);
});

it("a piece has its structure, what is on it, and the one that replaces it where it leaves", () => {
  const pieces = [...piecesOf(DESIRED, frameOf(DESIRED, 1))].map((piece) => ({
    of: `${piece.environment}/${piece.name}`,
    structures: named(piece.structures),
    raccordements: named(piece.raccordements),
    comptesTechniques: piece.comptesTechniques.map(([place, name, { couvre }]) => `${place} ${name}: ${couvre.join()}`),
    covered: piece.covered.map(([name, couvre]) => `${name}: ${couvre.join()}`),
    applications: named(piece.applications),
    contacts: named(piece.contacts),
    gestionnaires: named(piece.gestionnaires),
  }));
  const nothing = { raccordements: [], comptesTechniques: [], covered: [], applications: [], contacts: [], gestionnaires: [] };
  expect(pieces).toEqual([
    { ...nothing, of: "qualification/essai", structures: ["0 essai"], covered: ["test: essai"] },
    {
      of: "production/old", structures: ["0 old", "1 new"], raccordements: ["0 r", "1 s"], comptesTechniques: ["1 client: new"],
      covered: ["own: old,old", "wide: old", "own: new", "wide: new"], applications: ["0 principale"], contacts: ["0 un"], gestionnaires: ["0 z"],
    },
    { ...nothing, of: "production/new", structures: ["1 new"], raccordements: ["1 s"], comptesTechniques: ["1 client: new"], covered: ["own: new", "wide: new"], applications: ["0 principale"] },
    { ...nothing, of: "production/alone", structures: ["2 alone"], covered: ["wide: alone"] },
    { ...nothing, of: "production/bare", structures: ["3 bare"] },
  ]);
});

it("joined, pieces of one environment are not in the other, and what several bring is there once", () => {
  const frame = frameOf(DESIRED, 1);
  const { production: joined, qualification } = joinPieces(frame, [...piecesOf(DESIRED, frame)]).environments;
  expect(Object.keys(joined?.structures ?? {})).toEqual(["old", "new", "alone", "bare"]);
  expect(Object.keys(qualification?.structures ?? {})).toEqual(["essai"]);
  expect(Object.entries(joined?.comptesTechniques ?? {}).map(([name, { couvre }]) => [name, couvre])).toEqual([["own", ["old", "old", "new"]], ["client", ["new"]], ["wide", ["old", "new", "alone"]]]);
  expect(Object.keys(joined?.raccordements ?? {})).toEqual(["r", "s"]);
});

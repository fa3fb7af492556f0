import { describe, expect, it } from "vitest";
import { isSamePerson, selectActors, stepsMeant } from "../../../src/model/select-actors.ts";
import type { Actor } from "../../../src/model/step.ts";

const client = (name: string, label: string): Actor => ({ role: "gestionnaire", name, label });

const CLIENTS: readonly Actor[] = [
  client("Martin", "Menuiserie Dupont"),
  client("C00932", "Imprimerie Martin"),
  client("C01004", "Transports exemple"),
  { role: "piste", name: "api@transports.fr", label: "api@transports.fr", client: "C01004" },
  { role: "piste", name: "nous@exemple.fr", label: "nous@exemple.fr" },
  { role: "gestionnaire", name: "C01004" },
];

const select = (asked: string) => selectActors(CLIENTS, asked).map(({ name }) => name);

describe("whom --actor means", () => {
  it("is who has exactly that name or code, whatever the labels of others say", () => {
    expect(select("Martin")).toEqual(["Martin"]);
    expect(select("martin")).toEqual(["Martin"]);
    expect(select("c00932")).toEqual(["C00932"]);
    expect(select("imprimerie martin")).toEqual(["C00932"]);
  });

  it("is who is named as written, before who is named alike", () => {
    const named = (asked: string, ...people: readonly Actor[]) => selectActors([...people, { role: "operateur" }], asked).map(({ name }) => name);
    expect(named("Martin", client("martin", "A"), client("Martin", "B"))).toEqual(["Martin"]);
    expect(named("C1", { role: "gestionnaire", name: "c1" }, { role: "piste", name: "a@exemple.fr", client: "C1" })).toEqual(["a@exemple.fr"]);
    expect(named("Menuiserie", client("C1", "menuiserie"), client("C2", "Menuiserie"))).toEqual(["C2"]);
    expect(named("menuiserie dupont", client("C1", "Menuiserie Dupont Fils"), client("C2", "Menuiserie Dupont"))).toEqual(["C2"]);
  });

  it("is who alone has the role or words of the label", () => {
    expect(select("dupont")).toEqual(["Martin"]);
    expect(selectActors([client("finances", "Direction financière")], "gestionnaire")).toHaveLength(1);
  });

  it("is everybody who answers, where several do, for the caller to refuse", () => {
    expect(selectActors([client("C1", "Menuiserie Martin"), client("C2", "Imprimerie Martin")], "martin").map(({ name }) => name)).toEqual(["C1", "C2"]);
    expect(select("gestionnaire")).toEqual(["C00932", "C01004", "Martin"]);
    expect(select("nobody")).toEqual([]);
    expect(select(" ")).toEqual([]);
  });

  it("is one client whether his PISTE account or his structures are meant", () => {
    expect(selectActors(CLIENTS, "C01004")).toEqual([client("C01004", "Transports exemple")]);
    expect(selectActors(CLIENTS.toReversed(), "C01004")).toEqual([client("C01004", "Transports exemple")]);
    const [account, labelled] = [{ role: "piste", name: "p", label: "p", client: "C1" }, client("C1", "Un")] as const;
    for (const people of [[account, labelled], [labelled, account]]) expect(selectActors(people, "C1")).toEqual([labelled]);
    expect([isSamePerson(account, labelled), isSamePerson(labelled, client("C2", "Un")), isSamePerson({ role: "operateur" }, { role: "operateur" })]).toEqual([true, false, true]);
    expect(select("nous@exemple.fr")).toEqual(["nous@exemple.fr"]);
  });
});

describe("whose steps --actor lists", () => {
  const STEPS = CLIENTS.map((actor, number) => ({ actor, number }));
  const listed = (asked: string) => stepsMeant(STEPS, asked).map(({ actor: { name } }) => name);

  it("are those of the closest reading alone: a label that holds the word is another's", () => {
    expect(listed("Martin")).toEqual(["Martin"]);
    expect(listed("imprimerie")).toEqual(["C00932"]);
    expect(listed("nobody")).toEqual([]);
    expect(listed("")).toEqual([]);
  });

  it("are all of a client's, whatever portal they are done in; of a role, those done in it", () => {
    expect(listed("C01004")).toEqual(["C01004", "api@transports.fr", "C01004"]);
    expect(listed("Transports exemple")).toEqual(["C01004", "api@transports.fr", "C01004"]);
    expect(listed(" Piste ")).toEqual(["api@transports.fr", "nous@exemple.fr"]);
    expect(listed("piste")).toEqual(["api@transports.fr", "nous@exemple.fr"]);
  });

  it("are all of a client's whose label is a role's name, not those of that role alone", () => {
    const steps = [{ role: "operateur", label: "operateur" }, client("C1", "operateur"), { role: "piste", name: "a@exemple.fr", client: "C1" }] as const;
    expect(stepsMeant(steps.map((actor) => ({ actor })), "operateur").map(({ actor }) => actor)).toEqual(steps);
  });
});

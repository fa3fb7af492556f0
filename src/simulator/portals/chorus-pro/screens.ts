import { ELSEWHERE } from "../navigation.ts";
import type { Screen } from "../portals.ts";
import { exportPdf, request, reset, resetPage, shownOnce, submit } from "./comptes-techniques.tsx";
import { elsewherePage, espacePage, home, myAccount } from "./home.tsx";
import { createMatelas, downloadMatelas, inQualification, matelas } from "./matelas.tsx";
import { parameters, saveParameters } from "./parameters.tsx";
import { ALL_ESPACES } from "./people.ts";
import { asGestionnaire, asPerson, onPortal, withRaccordements } from "./portal.tsx";
import { declaration, declare, endRaccordement, raccordements } from "./raccordements.tsx";
import { saveService, services } from "./services.tsx";
import { checkCode, codePage, signIn, signInPage, signOut } from "./sign-in.tsx";
import { createStructure, newStructure, onStructure, reactivate, structurePage, structures } from "./structures.tsx";

const root = "chorus-pro/{environment}";

/** Chorus Pro, twice: the guide's sections 2B and 3B, and what they send elsewhere for. */
export const CHORUS_PRO_SCREENS: readonly Screen[] = [
  { method: "GET", path: root, answer: onPortal(home) },
  { method: "GET", path: `${root}/connexion`, answer: onPortal((visit) => signInPage(visit)) },
  { method: "POST", path: `${root}/connexion`, answer: onPortal(signIn) },
  { method: "GET", path: `${root}/code`, answer: onPortal((visit) => codePage(visit)) },
  { method: "POST", path: `${root}/code`, answer: onPortal(checkCode) },
  { method: "POST", path: `${root}/deconnexion`, answer: onPortal(signOut) },
  { method: "GET", path: `${root}/mon-compte`, answer: asPerson(myAccount) },
  { method: "GET", path: `${root}/matelas`, answer: inQualification(matelas) },
  { method: "POST", path: `${root}/matelas`, answer: inQualification(createMatelas) },
  { method: "GET", path: `${root}/matelas.csv`, answer: inQualification(downloadMatelas) },
  { method: "GET", path: `${root}/structures`, answer: asGestionnaire(structures) },
  { method: "GET", path: `${root}/structures/nouvelle`, answer: asGestionnaire((visit) => newStructure(visit)) },
  { method: "POST", path: `${root}/structures/nouvelle`, answer: asGestionnaire(createStructure) },
  { method: "GET", path: `${root}/structures/{identifiant}`, answer: onStructure(structurePage) },
  { method: "POST", path: `${root}/structures/{identifiant}`, answer: onStructure(reactivate) },
  { method: "GET", path: `${root}/structures/{identifiant}/parametres`, answer: onStructure(parameters) },
  { method: "POST", path: `${root}/structures/{identifiant}/parametres`, answer: onStructure(saveParameters) },
  { method: "GET", path: `${root}/structures/{identifiant}/services`, answer: onStructure((visit) => services(visit)) },
  { method: "POST", path: `${root}/structures/{identifiant}/services`, answer: onStructure(saveService) },
  { method: "GET", path: `${root}/raccordements`, answer: withRaccordements(raccordements) },
  { method: "POST", path: `${root}/raccordements`, answer: withRaccordements(endRaccordement) },
  { method: "GET", path: `${root}/raccordements/declarer`, answer: withRaccordements((visit) => declaration(visit)) },
  { method: "POST", path: `${root}/raccordements/declarer`, answer: withRaccordements(declare) },
  { method: "GET", path: `${root}/comptes-techniques`, answer: asGestionnaire((visit) => request(visit)) },
  { method: "POST", path: `${root}/comptes-techniques`, answer: asGestionnaire(submit) },
  { method: "GET", path: `${root}/comptes-techniques/affichage`, answer: asGestionnaire(shownOnce) },
  { method: "GET", path: `${root}/comptes-techniques/informations.pdf`, answer: asGestionnaire(exportPdf) },
  { method: "GET", path: `${root}/comptes-techniques/reinitialisation`, answer: asGestionnaire(resetPage) },
  { method: "POST", path: `${root}/comptes-techniques/reinitialisation`, answer: asGestionnaire(reset) },
  ...ALL_ESPACES.map((espace): Screen => ({ method: "GET", path: `${root}/${espace}`, answer: asPerson(espacePage(espace)) })),
  ...Object.entries(ELSEWHERE).map(([page, title]): Screen => ({ method: "GET", path: `${root}/${page}`, answer: asPerson(elsewherePage(title)) })),
];

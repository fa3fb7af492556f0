import type { Screen } from "../portals.ts";
import { pistePage, signedIn } from "./account.tsx";
import { application, applications, onApplication } from "./applications.tsx";
import { consent, consents } from "./consents.tsx";
import { createApplication, newApplication } from "./create-application.tsx";
import { authentication, changeCredentials } from "./credentials.tsx";
import { editApplication, saveApplication } from "./edit-application.tsx";
import { listing } from "./listing.tsx";
import { quotas } from "./quotas.tsx";
import { activate, activation, register, registration } from "./registration.tsx";
import { pisteHome, signIn, signInPage, signOut } from "./sign-in.tsx";

/** PISTE: the guide's sections 1, 2A and 3A. */
export const PISTE_SCREENS: readonly Screen[] = [
  { method: "GET", path: "piste", answer: pisteHome },
  { method: "GET", path: "piste/referencement", answer: () => pistePage("Référencement des API", listing()) },
  { method: "GET", path: "piste/inscription", answer: (visit) => registration(visit) },
  { method: "POST", path: "piste/inscription", answer: register },
  { method: "GET", path: "piste/activation/{key}", answer: activation },
  { method: "POST", path: "piste/activation/{key}", answer: activate },
  { method: "GET", path: "piste/connexion", answer: (visit) => signInPage(visit) },
  { method: "POST", path: "piste/connexion", answer: signIn },
  { method: "POST", path: "piste/deconnexion", answer: signOut },
  { method: "GET", path: "piste/consentement-cgu-api", answer: signedIn(consents) },
  { method: "POST", path: "piste/consentement-cgu-api", answer: signedIn(consent) },
  { method: "GET", path: "piste/applications", answer: signedIn(applications) },
  { method: "GET", path: "piste/applications/nouvelle", answer: signedIn((visit) => newApplication(visit)) },
  { method: "POST", path: "piste/applications/nouvelle", answer: signedIn(createApplication) },
  { method: "GET", path: "piste/applications/{environment}/{name}", answer: onApplication(application) },
  { method: "GET", path: "piste/applications/{environment}/{name}/modifier", answer: onApplication(editApplication) },
  { method: "POST", path: "piste/applications/{environment}/{name}/modifier", answer: onApplication(saveApplication) },
  { method: "GET", path: "piste/applications/{environment}/{name}/authentification", answer: onApplication(authentication) },
  { method: "POST", path: "piste/applications/{environment}/{name}/authentification", answer: onApplication(changeCredentials) },
  { method: "GET", path: "piste/applications/{environment}/{name}/quotas", answer: onApplication(quotas) },
];

import type { StepAction } from "../../model/step.ts";
import { createApplication, generateCredentials } from "./applications.ts";
import { createCompteTechnique } from "./comptes-techniques.ts";
import { setEdi, setEdiByHand } from "./edi.ts";
import { resetPassword, retireCompteTechnique } from "./end-of-passwords.ts";
import { openEspace } from "./espaces.ts";
import type { Guide } from "./guide.ts";
import { createMatelas } from "./matelas.ts";
import { consentCgu, selectApis } from "./piste-apis.ts";
import { createSandboxApplication, registerPiste } from "./piste.ts";
import { declareRaccordement, removeRaccordement } from "./raccordements.ts";
import { attachStructure, detachStructure } from "./rattachements.ts";
import { activateStructure, createService } from "./structures.ts";

/** How each step is done. */
export const GUIDES: Readonly<Record<StepAction, Guide>> = {
  "register-piste": registerPiste,
  "create-sandbox-application": createSandboxApplication,
  "create-application": createApplication,
  "generate-credentials": generateCredentials,
  "consent-cgu": consentCgu,
  "select-apis": selectApis,
  "create-matelas": createMatelas,
  "activate-structure": activateStructure,
  "open-espace": openEspace,
  "declare-raccordement": declareRaccordement,
  "create-compte-technique": createCompteTechnique,
  "reset-password": resetPassword,
  "attach-structure": attachStructure,
  "create-service": createService,
  "set-edi": setEdi,
  "set-edi-by-hand": setEdiByHand,
  "remove-raccordement": removeRaccordement,
  "retire-compte-technique": retireCompteTechnique,
  "detach-structure": detachStructure,
};

import type { EnvironmentName } from "../../model/environment.ts";
import type { PortalName } from "../environments.ts";
import type { Text } from "./guide.ts";

/** What is said on the telephone until the other is logged in. */
export interface SignIn {
  readonly say: readonly Text[];
  readonly sees: Text;
  readonly pause: Text;
}

const CHORUS_PRO: Pick<SignIn, "sees"> = {
  sees: { fr: "votre nom, en haut à droite de l'écran", en: "your name, at the top right of the screen" },
};

const NEVER_ALOUD: Text = {
  fr: "l'autre tape son mot de passe, sans vous le dire",
  en: "the other types the password, without telling you",
};

const PISTE: SignIn = {
  say: [
    {
      fr: "Connectez-vous avec votre compte PISTE. Ce n'est pas celui de Chorus Pro.",
      en: "Log in with your PISTE account. It is not that of Chorus Pro.",
    },
  ],
  sees: { fr: "le menu « Applications » ou « API », en haut", en: "the menu “Applications” or “API”, at the top" },
  pause: NEVER_ALOUD,
};

export const SIGN_IN: Readonly<Record<PortalName, Readonly<Record<EnvironmentName, SignIn>>>> = {
  piste: { qualification: PISTE, production: PISTE },
  "chorus-pro": {
    qualification: {
      ...CHORUS_PRO,
      say: [
        {
          fr: "Connectez-vous avec le « Login compte GP » du matelas, et non avec votre compte de production.",
          en: "Log in with “Login compte GP” of the test data, not with your account of production.",
        },
      ],
      pause: NEVER_ALOUD,
    },
    production: {
      ...CHORUS_PRO,
      say: [
        { fr: "Cliquez sur « Se connecter ».", en: "Click on “Se connecter” (log in)." },
        {
          fr: "Connectez-vous avec le compte du gestionnaire principal.",
          en: "Log in with the account of the gestionnaire principal.",
        },
      ],
      pause: {
        fr: "l'autre tape son mot de passe, puis le code à six chiffres, sans vous dire ni l'un ni l'autre",
        en: "the other types the password, then the code of six digits, and tells you neither",
      },
    },
  },
};

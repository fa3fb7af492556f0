import { pluralFr as p } from "../plural.ts";
import type { WorklistWords } from "../shape.ts";

export const worklist: WorklistWords = {
  title: (name) => `Chorus Pro : ce qu'il reste à faire (${name})`,
  greeting: (name) => (name === undefined ? "Bonjour," : `Bonjour ${name},`),
  intro: (n) =>
    n === 0
      ? "Il ne vous reste rien à faire : merci."
      : `Pour que votre structure puisse échanger avec Chorus Pro par notre logiciel, il vous reste ${n} ${p(n, "étape", "étapes")} à faire. Les mots entre guillemets sont ceux des écrans ; les valeurs sont à recopier telles quelles.`,
  closing: [
    "Merci de répondre à ce message quand c'est fait, ou si quelque chose vous en empêche : nous verrons ensemble comment faire.",
    "N'envoyez jamais de mot de passe par courriel, même à nous.",
  ],
  columns: ["pour", "numéro", "où", "étape", "comment"],
};

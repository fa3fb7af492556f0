import { basename } from "node:path";
import { withoutAccents } from "../../model/without-accents.ts";

/** The document that Chorus Pro offers when a compte technique is created: its name is enough, however it is written. */
export const isNamedAsConnectionDetails = (file: string): boolean => NAMES.some((name) => name.test(plain(basename(file))));

/** Words beside a document that nothing can look into, and that say what it may hold. */
export const speaksOfConnection = (text: string): boolean => /motdepasse|motsdepasse|mdp|password|identifiants|connexion|tech\d{9,}/.test(plain(text));

/** `Informations_DeConnexion.pdf` is `informationsdeconnexionpdf`. */
const plain = (text: string): string => withoutAccents(text).toLowerCase().replaceAll(/[^a-z0-9]+/g, "");

const NAMES = [/(infos?|informations?|donnees?|details?|identifiants?)(de)?(la)?connexion/, /connectiondetails/, /comptetechnique.*pdf$/, /tech\d{9,}.*pdf$/];

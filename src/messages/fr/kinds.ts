import type { KindWords } from "../kind-words.ts";

export const kindsFr: KindWords = {
  "compte-piste": {
    address: "environnement/compte-piste/compte",
    is: "Le compte sur PISTE. Un seul compte sert aux deux environnements : c'est un seul élément, du premier environnement qui en a besoin.",
    proof: "un jeton accordé à l'une de ses applications (déduit)",
  },
  application: {
    address: "environnement/application/application",
    is: "L'application sur PISTE : générée par PISTE en qualification (`APP_SANDBOX_<courriel>`), créée à la main en production.",
    proof: "un jeton OAuth (vérifié) ; la passerelle qui la dit désactivée la dément",
  },
  cgu: {
    address: "environnement/cgu/compte/API",
    is: "Le consentement d'un compte PISTE aux CGU d'une API, dans un environnement.",
    proof: "la souscription : PISTE grise la case de l'API tant que le consentement manque (déduit)",
  },
  subscription: {
    address: "environnement/subscription/application/API",
    is: "Une API sélectionnée pour une application.",
    proof: "la passerelle : 401 ou 200 sur une route de l'API dit oui, 403 sans contenu dit non ; une route qui n'est pas confirmée ne dit jamais non (vérifié)",
  },
  credentials: {
    address: "environnement/credentials/application",
    is: "L'identifiant et le secret OAuth du client, là où Chorus doit les trouver.",
    proof: "un jeton OAuth ; `invalid_client`, vu cinq fois, les dément (vérifié)",
  },
  matelas: {
    address: "qualification/matelas/compte",
    is: "Les données d'essai de la qualification (*matelas de données*). Jetables.",
    proof: "une de ses structures qui est active (déduit)",
  },
  structure: {
    address: "environnement/structure/structure",
    is: "Une structure qui existe dans Chorus Pro et y est active : un SIRET, ou l'un des six autres types d'identifiant.",
    proof: "une recherche dans Structures, par le compte propre de l'organisation s'il y en a un (vérifié)",
  },
  "compte-technique": {
    address: "environnement/compte-technique/compte",
    is: "Le compte qui appelle les API avec les droits de son gestionnaire. Son mot de passe meurt au bout de 424 jours. Ce qu'il atteint au-delà de `couvre` est signalé, et jamais utilisé.",
    proof: "une connexion acceptée, la date de fin du mot de passe, et les structures auxquelles il est rattaché (vérifié)",
  },
  espace: {
    address: "environnement/espace/structure/espace",
    is: "Un espace ouvert sur une structure, avec les droits dessus.",
    proof: "les listes de Transverses, pour les factures émises, reçues et de travaux (vérifié) ; aucune API ne parle de « Raccordements EDI et API » (attesté)",
  },
  raccordement: {
    address: "environnement/raccordement/application/structure",
    is: "Le raccordement d'une structure à une application, avec son type d'utilisation et son contact technique.",
    proof: "rien que la parole d'une personne (attesté) ; un 403 qui renvoie la requête la contredit",
  },
  rattachement: {
    address: "environnement/rattachement/compte/structure",
    is: "Le rattachement d'un compte technique à une structure qu'il couvre.",
    proof: "la liste des rattachements que donne le compte lui-même (vérifié)",
  },
  service: {
    address: "environnement/service/structure/code",
    is: "Un service d'une structure, par son code, seulement s'il est déclaré.",
    proof: "la liste des services de la structure (vérifié)",
  },
  edi: {
    address: "environnement/edi/structure",
    is: "Les paramètres EDI d'une structure, seulement s'ils sont déclarés. La seule chose que Chorus puisse régler lui-même ; si cela a été refusé par un 403, une personne le fait.",
    proof: "le Référentiel des organisations (vérifié)",
  },
};

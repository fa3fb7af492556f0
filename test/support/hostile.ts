import { hasSiretKey } from "../../src/model/identifier.ts";

/** Names that would do something, were they not shown as they are, by what would obey them. */
export const HOSTILE = {
  T1: "\u001b]0;titre\u0007\u001b[2J",
  T2: "\u001b]52;c;cHduZWQ=\u0007\u001b]8;;http://mal.exemple\u0007lien\u001b]8;;\u0007",
  T3: "\u009b31mrouge\u009d0;t\u009c",
  T4: "\u202eesrever\u2066x\u200e\u2028y",
  T5: "vrai\rfaux\b\b\b\b\u007f",
  F1: '=HYPERLINK("http://mal.exemple")',
  F2: "+1+1",
  F3: "-1+1",
  F4: "@SUM(A1)",
  F5: "\t=1+1",
  F6: "\r=1+1",
  H1: "</script><script>alert(1)</script>",
  H2: "\"'><img src=x onerror=alert(1)>",
  H3: "<!--<script>",
  M1: "[lien](http://mal.exemple) ![i](http://mal.exemple/x.png)",
  M2: "@equipe/admin #123 org/depot#4 GH-5 !6 http://mal.exemple www.mal.exemple a@mal.exemple",
  M3: "a | b `c` **d** <b>",
  M4: "un\n```\n# deux\n| --- |\n::error::trois\n##[error]quatre",
  I1: "a\nEND:VEVENT\nBEGIN:VEVENT;b,c\\n",
  P1: 'x"} 1\nchorus_resources{y="',
  G1: "%0A::error file=x::y%0D",
} as const;

/** Configuration and lists of a concentrateur whose clients, their people and its contact are called that. */
export const hostileClients = (configuration: string): Readonly<Record<string, string>> => {
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const all = Object.entries(HOSTILE);
  const everything = JSON.stringify(all.map(([, name]) => name).join(" "));
  return {
    "chorus.config.yaml": configuration.replace("../prive/gestionnaires.csv", "gestionnaires.csv").replace("nom: Équipe API", `nom: ${everything}`),
    "clients.csv": ["code;siret;nom", ...all.map(([code, name], index) => `${code};${siret(index)};${quoted(name)}`), ""].join("\n"),
    "gestionnaires.csv": ["code;nom;email;telephone", ...all.map(([code, name]) => `${code};${quoted(name)};a@exemple.fr;+33 1`), ""].join("\n"),
  };
};

/** Establishments of one company. */
const siret = (index: number): string => {
  const digits = `73282932${String(100 + index).padStart(5, "0")}`;
  return Array.from({ length: 10 }, (_, key) => `${digits}${key}`).find(hasSiretKey) ?? digits;
};

/** What a terminal would obey; line breaks are of the form itself. */
export const OBEYED = /[^\P{Cc}\n]|[\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

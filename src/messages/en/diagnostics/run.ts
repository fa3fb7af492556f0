import type { AttestationProblem, RequestProblem, UsageProblem, WhereExpected } from "../../../diagnostics/codes.ts";
import type { DiagnosticWords } from "../../diagnostic-words.ts";
import { choice, meant } from "./words.ts";

/** Attestations, command line. */
export const RUN = {
  "CHR-ATTESTATION-FORM": {
    title: "Malformed attestation",
    detail: ({ problem, value }) =>
      value === undefined ? `${ATTESTATION[problem]}.` : `"${problem}: ${value}" is neither a day of the calendar, written YYYY-MM-DD, nor a moment with its zone (2026-12-31T18:00+01:00).`,
    hint: ({ problem, fix }) => {
      if (fix !== undefined) return `Write ${fix}, if that is the day you mean.`;
      return problem === "conflict"
        ? "Keep the attestations of both sides, and delete the lines <<<<<<<, ======= and >>>>>>>."
        : 'Correct it in chorus.attestations.yaml, or make it again with "chorus attest".';
    },
  },
  "CHR-VANISHED": {
    title: "Gone without having left",
    detail: ({ name, kind, environment }) => `"${name}" (${kind}, ${environment}) is in the state, but no longer in the configuration.`,
    hint: () => 'This is nearly always an incomplete export. Declare who leaves with "etat: sortant" and a date, and a change of name with moved:.',
  },
  "CHR-WHERE": {
    title: "Filter cannot be read",
    detail: ({ filter, column, found, expected, suggestion }) =>
      expected === "shorter"
        ? `The filter is longer than ${column - 1} characters.`
        : `"${filter}", column ${column}: ${found === "" ? "" : `in place of "${found}", `}${WHERE[expected]} is missing.${meant(suggestion === undefined ? {} : { suggestion })}`,
    hint: ({ allowed }) => (allowed === undefined ? "Example: environment=production and due<30d and not application=billing." : `Possible here: ${choice(allowed)}.`),
  },
  "CHR-ADDRESS-UNKNOWN": {
    title: "Unknown address",
    detail: (args) => `${args.address} ${args.of === "state" ? "is not recorded" : "is not in the configuration"}.${meant(args)}`,
    hint: ({ of }) => `"${of === "state" ? "chorus state list" : "chorus plan --offline --format json"}" gives them all.`,
  },
  "CHR-NOTHING-TO-ATTEST": {
    title: "Nothing to attest",
    detail: ({ address, reason }) =>
      ({
        proven: `${address} is already proven by an API.`,
        "not-attestable": `${address} cannot be attested: only an API can tell.`,
        "no-difference": `${address} is proven by an API: there is no difference to accept.`,
      })[reason],
    hint: ({ reason }) =>
      reason === "no-difference" ? 'If it is no longer so, "chorus refresh" records that first.' : '"chorus plan" shows what is left to attest.',
  },
  "CHR-REQUEST-FORM": {
    title: "A line of the requests' journal cannot be read",
    detail: ({ problem }) => REQUEST[problem] ?? `"${problem}" is missing, or not in the expected form.`,
    hint: ({ problem }) => REQUEST_HINTS[problem] ?? "Restore the line from Git, or delete it: what it said would have to be asked again.",
  },
  "CHR-NOTHING-TO-ASK": {
    title: "Nothing to ask",
    detail: ({ address, reason, at = "", first = "" }) =>
      ({
        "no-step": `${address} asks for no step.`,
        "not-outside": `${address}: its step is ours to do.`,
        waits: `${address} waits for ${first}: it cannot be done yet.`,
        asked: `${address} was asked on ${at.slice(0, 10)} already.`,
        escalated: `${address} was asked on ${at.slice(0, 10)}, and every reminder was in vain: somebody else must be asked.`,
        refused: `${address}: refused on ${at.slice(0, 10)}.`,
        blocked: `${address}: blocked since ${at.slice(0, 10)}.`,
        done: `${address}: said to be done on ${at.slice(0, 10)}; observation will confirm it.`,
      })[reason],
    hint: ({ reason, until }) =>
      reason === "no-step" || reason === "not-outside" || reason === "waits"
        ? '"chorus plan" shows the steps and who has to do them.'
        : `${until === undefined ? "" : `The reminder is due on ${until.slice(0, 10)}. `}To ask all the same: --again.`,
  },
  "CHR-PLAN-FORM": {
    title: "Plan cannot be read",
    detail: ({ file, problem, place }) => `${file} ${PLAN[problem]}${place === undefined ? "" : ` (${place})`}.`,
    hint: () => "Make it again: chorus plan --out FILE.",
  },
  "CHR-EXPLAIN-UNKNOWN": {
    title: "Nothing to explain",
    detail: ({ word, near }) => `"${word}" is no code, no kind and no key of the configuration.${near.length === 0 ? "" : ` Did you mean ${choice(near.map((one) => `"${one}"`))}?`}`,
    hint: ({ kinds, keys }) => `Kinds: ${kinds.join(", ")}. Keys: ${keys.join(", ")}, and those below them. "chorus explain" alone lists all of them, and the codes.`,
  },
  "CHR-USAGE": {
    title: "Command not understood",
    detail: ({ problem, value, of, allowed, suggestion }) =>
      `${USAGE[problem](value)}${of === undefined ? "" : ` Option: ${of}.`}${allowed === undefined ? "" : ` Possible values: ${allowed}.`}${meant(suggestion === undefined ? {} : { suggestion })}`,
    hint: ({ problem, value }) =>
      problem === "excess-arguments" && /\.ya?ml$/i.test(value)
        ? `A configuration goes with an option: --config ${value}.`
        : '"chorus --help" shows the commands, "chorus COMMAND --help" the options of one.',
  },
  "CHR-UNTRUSTED-HOST": {
    title: "Untrusted host",
    detail: ({ host, environment }) => `No request left for ${host} (${environment}): it is not trusted.`,
    hint: ({ trust }) => `If you vouch for it, run again with --trust ${trust}.`,
  },
  "CHR-ENDPOINT-PAIR": {
    title: "One endpoint of two",
    detail: ({ given, missing }) => `${given} is set, but not ${missing}: nothing is sent, so that nothing goes to the wrong place.`,
    hint: ({ given, missing }) => `Set ${missing} too, or unset ${given}.`,
  },
  "CHR-EDIT-PLACE": {
    title: "Cannot be added in place",
    detail: ({ file, key }) => `${file} writes "${key}" in a way that Chorus does not edit without touching the rest (alias, anchor, encoding).`,
    hint: ({ line }) => `Add it yourself: ${line}`,
  },
  "CHR-EDIT-NO-LIST": {
    title: "No list of clients",
    detail: () => "The configuration names no CSV file with clients.from.",
    hint: () => 'Add "clients: { from: clients.csv }" and a file whose first line is "code;siret;nom", or use chorus add structure.',
  },
  "CHR-IMPORT-NO-ACCOUNT": {
    title: "No account to look with",
    detail: ({ environment }) => `In ${environment} the configuration declares no compte technique whose secret is here.`,
    hint: () => "Declare a structure of that environment, with its compte technique: chorus add structure, then chorus plan.",
  },
  "CHR-IMPORT-LOSES": {
    title: "File that would lose what it holds",
    detail: ({ file, lost, count }) => `${file} is there, and the import would not keep all of it: ${lost.join(", ")}${count > lost.length ? `… (${count} in all)` : ""}.`,
    hint: () => "Give --out another name and compare, or add what is missing to the imported file.",
  },
  "CHR-PORT-TAKEN": {
    title: "Port not available",
    detail: ({ port }) => `Port ${port} cannot be used.`,
    hint: () => "Choose another with --port, or none: a free one will be taken.",
  },
  "CHR-TRUST-TOKEN": {
    title: "Trust not understood",
    detail: ({ token }) => `"${token}" is not a value of --trust.`,
    hint: () => "Possible values: host:NAME, loopback, commands, files:FOLDER, tls.",
  },
  "CHR-REGRESSION": {
    title: "What was true is not any more",
    detail: ({ count, names }) => `${count} ${count === 1 ? "regression" : "regressions"}: ${names.join(", ")}${count > names.length ? "…" : "."}`,
    hint: () => "“chorus drift” shows the proof of then and the proof of now. A difference that is meant is accepted until a date: chorus attest --accept.",
  },
  "CHR-PAST-DUE": {
    title: "Past due",
    detail: ({ count, names }) => `${count} past due: ${names.join(", ")}${count > names.length ? "…" : "."}`,
    hint: () => "“chorus status --due 0d” says which, and since when.",
  },
  "CHR-PLAN-DIGEST": {
    title: "Not the plan that was reviewed",
    detail: ({ file, digest, reviewed }) => `${file} has the fingerprint ${digest}, and what was reviewed is ${reviewed}.`,
    hint: () => "Take the file that the review wrote, or review this one: chorus show FILE.",
  },
  "CHR-CHANGE-ENDS": {
    title: "Many leave at once",
    detail: ({ environment, ended, of }) => `This change would end ${ended} of the ${of} structures of ${environment}, more than one in five.`,
    hint: () => "It is nearly always an incomplete export or a shifted column. If they do leave: --allow-ends.",
  },
  "CHR-CHANGE-LARGE": {
    title: "A larger change than allowed",
    detail: ({ changes, limit }) => `This change touches ${changes} structures, applications or accounts, and --max-changes allows ${limit}.`,
    hint: ({ changes }) => `Split it, or allow it: --max-changes ${changes}.`,
  },
  "CHR-SCENARIO-NOT-FOUND": {
    title: "Scenario not found",
    detail: ({ file }) => `${file} does not exist.`,
    hint: () => 'Check the path; "chorus simulate --structures 10" simulates a world without a file.',
  },
  "CHR-SCENARIO-FORM": {
    title: "Malformed scenario",
    detail: ({ problem, key }) =>
      problem === "unknown-key" ? `The key "${key}" does not exist in a scenario.` : problem === "missing-key" ? `The key "${key}" is missing.` : `The value of "${key}" does not fit.`,
    hint: () => "Correct the file; schemas/scenario.schema.json describes every key.",
  },
} satisfies Partial<DiagnosticWords>;

/** What is wrong with the journal of requests, other than a key. */
const REQUEST: Partial<Readonly<Record<RequestProblem, string>>> = {
  "not-a-file": "The journal is no file that can be read.",
  conflict: "Git could not merge the journal: the marks of the conflict are still in it.",
  json: "The line is no event in JSON.",
  future: "This event is dated more than a day ahead.",
  action: "\"action\" names no step that this version knows.",
};

const REQUEST_HINTS: Partial<Readonly<Record<RequestProblem, string>>> = {
  "not-a-file": "Restore the file from Git: git checkout -- chorus.requests.jsonl",
  conflict:
    "Keep all lines of both sides and delete the marks alone (<<<<<<<, =======, >>>>>>>): their order does not matter. Git does so by itself with the line \"chorus.requests.jsonl merge=union\" in .gitattributes.",
  future: "Correct its date: until then the request would pass for sent. The clock of the machine that wrote it may be fast.",
};

/** What is wrong with a plan file. */
const WHERE: Readonly<Record<Exclude<WhereExpected, "shorter">, string>> = {
  field: "a field",
  operator: "an operator",
  value: "a value",
  duration: "a duration (30d, 12h)",
  word: "a value of this field",
  connective: "and or or",
  parenthesis: "a closing parenthesis",
  quote: "a closing quote",
};

const PLAN = {
  "not-found": "does not exist",
  unreadable: "cannot be read",
  json: "is not JSON",
  schema: "is not a plan of this version",
  filtered: "shows a part only of what was planned (--where)",
} as const;

/** What is wrong with the command. */
const ATTESTATION: Readonly<Record<AttestationProblem, string>> = {
  list: "The file must be a list of attestations, each beginning with a hyphen",
  conflict: "The file holds the marks of a merge conflict of Git",
  address: "The attestation lacks address, or it is no resource's address",
  by: "The attestation lacks by: who said so",
  at: "The attestation lacks at: when it was seen",
  seen: "The attestation must have seen (what was seen) or accepted (why the difference is accepted), and only one of them",
  until: "The attestation lacks until: until when it holds",
  covers: "The attestation lacks covers: the digest of what it is about",
  evidence: "evidence is neither a ticket, nor a URI, nor a file with its digest (sha256)",
};

const USAGE: Readonly<Record<UsageProblem, (value: string) => string>> = {
  "unknown-option": (value) => `The option "${value}" does not exist.`,
  "unknown-command": (value) => `The command "${value}" does not exist.`,
  "missing-argument": (value) => `The argument "${value}" is missing.`,
  "missing-option": (value) => `The option "${value}" is missing.`,
  "missing-value": (value) => `The option "${value}" wants a value.`,
  "invalid-argument": (value) => `"${value}" is not a possible value here.`,
  "kept-file": (value) => `"${value}" is a file that Chorus reads or keeps: no output takes its place. Give it another name.`,
  "unknown-revision": (value) => `"${value}" is no Git revision, or this folder is in no repository.`,
  ambiguous: (value) => `"${value}" means several people.`,
  contradictory: (value) => `${value} do not go together: one at a time.`,
  "excess-arguments": (value) => `"${value}" is one argument too many.`,
};

import type { StepAction, Step, Actor } from "../../model/step.ts";
import type { Certainty } from "../../catalogue/certainty.ts";
import type { PortalName } from "../../catalogue/environments.ts";
import type { Address, KindName } from "../../model/address.ts";
import type { EvidenceReference } from "../../model/attestation.ts";
import type { Desired } from "../../model/desired.ts";
import type { EnvironmentName } from "../../model/environment.ts";
import type { IdentifierType } from "../../model/identifier.ts";
import type { Instant } from "../../model/instant.ts";
import type { RequestStanding } from "../../model/request.ts";
import type { Deadline } from "../deadline.ts";
import type { ForecastWeek } from "../forecast.ts";
import type { DocumentHead } from "../document-head.ts";
import type { PlanDocument, PlannedResource } from "../plan-document.ts";
import type { ReportMark } from "./report-mark.ts";

/**
 * Everything that is known and open, to be read by people who run nothing: a line for each structure, stage by stage,
 * what stands behind each cell, what ends, what was asked. As JSON it is `schemas/report.schema.json`; every form of a
 * report is rendered from it. It holds no prose: guides are named, not written out.
 */
export interface ReportDocument
  extends DocumentHead, Pick<PlanDocument, "summary" | "steps" | "notices"> {
  readonly format: "chorus-report";
  readonly version: 1;
  /** From where portals are opened: their addresses differ. */
  readonly network: Desired["network"];
  readonly environments: readonly EnvironmentReport[];
  /** Those that ask for most first: what was true and is not, then what is to do. */
  readonly rows: readonly ReportRow[];
  /** What several rows rest on together. */
  readonly shared: readonly (readonly ReportCell[])[];
  readonly resources: readonly ReportedResource[];
  /** What is to be seen to first comes first. */
  readonly deadlines: readonly Deadline[];
  readonly forecast: readonly ForecastWeek[];
  /** What was asked of people outside and is still open; what has waited longest first. */
  readonly requests: readonly ReportedRequest[];
  /** Requests that nobody has sent yet. */
  readonly requestsToSend: number;
  /** How the open steps are done: where, who says so, since when nobody looked. */
  readonly guides: readonly GuideReference[];
}

export interface EnvironmentReport {
  readonly environment: EnvironmentName;
  readonly rows: number;
  /** Rows of which everything is proven, inferred or attested. */
  readonly inOrder: number;
  /** Rows with something that was true and is not. */
  readonly drifted: number;
  /** When the oldest fact that an API proved was last seen; absent where none was. */
  readonly oldestProofAt?: Instant;
  /** How many rows stand how at each stage, in the order of an onboarding. */
  readonly stages: readonly StageReport[];
}

/** A count for each mark; absent: none. */
export interface StageReport extends Partial<Readonly<Record<ReportMark, number>>> {
  readonly kind: KindName;
}

/** A structure, stage by stage; an application or an account stands alone where no structure rests on it. */
export interface ReportRow {
  readonly environment: EnvironmentName;
  readonly subject: "structure" | "application" | "account";
  readonly name: string;
  readonly nom?: string;
  readonly identifier?: { readonly type: IdentifierType; readonly value: string };
  readonly client?: string;
  /** Who acts for it in Chorus Pro, by the configuration's name. */
  readonly gestionnaire?: string;
  /** The cell that asks for most, shared ones too. */
  readonly mark: ReportMark;
  readonly drifted?: true;
  /** By when the first of its own things is to be seen to. */
  readonly actBy?: Instant;
  /** Of its own requests, the one that needs most attention. */
  readonly request?: RequestAge;
  readonly cells: readonly ReportCell[];
  /** Place in `shared` of what it rests on together with other rows. */
  readonly shares?: number;
}

/** One stage of a row: a kind of claim, how it stands, and the resources behind it. */
export interface ReportCell {
  readonly kind: KindName;
  readonly mark: ReportMark;
  readonly addresses: readonly Address[];
}

export interface RequestAge extends Pick<RequestStanding, "state"> {
  /** Whole days since it was asked; absent where nobody was asked. */
  readonly days?: number;
}

export interface ReportedResource extends Omit<PlannedResource, "digest" | "status"> {
  readonly mark: ReportMark;
  /** Number of the step that is open on it. */
  readonly step?: number;
  /** A person's word on it, where one is given. */
  readonly word?: { readonly by: string; readonly at: Instant; readonly until: Instant; readonly seen: string; readonly evidence?: EvidenceReference };
}

export interface ReportedRequest extends RequestStanding, RequestAge {
  readonly address: Address;
  readonly step: Step["number"];
  readonly client?: string;
  readonly actor: Actor;
}

export interface GuideReference {
  readonly action: StepAction;
  readonly environment: EnvironmentName;
  /** Absent where Chorus does it. */
  readonly portal?: PortalName;
  readonly url?: string;
  readonly source: string;
  readonly certainty: Certainty;
  readonly reviewedAt: string;
  /** Nobody has held it against its source for a year. */
  readonly stale?: true;
}

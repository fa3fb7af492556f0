/**
 * How sure something said of PISTE or Chorus Pro is: the official descriptions say so, integrators measured it, others
 * wrote it, it follows from those, or nobody has confirmed it. `rule`: a rule of Chorus, nothing about the platforms.
 */
export type Certainty = "official" | "measured" | "secondary" | "inferred" | "unconfirmed" | "rule";

/** Tells whether an application may make one more call now. */
export interface Quota {
  take(application: string, perSecond: number | undefined): boolean;
}

/** A sliding second for each application: the n-th last accepted call must be a second old. */
export function quota(now: () => number): Quota {
  const accepted = new Map<string, number[]>();
  return {
    take: (application, perSecond) => {
      if (perSecond === undefined) return true;
      const at = now();
      const recent = (accepted.get(application) ?? []).filter((time) => time > at - 1000 && time <= at);
      const allowed = recent.length < perSecond;
      if (allowed) recent.push(at);
      accepted.set(application, recent);
      return allowed;
    },
  };
}

/** A request as the simulator's log has it. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
}

/**
 * The requests that may change something on the platforms. Nearly every operation of Chorus Pro is a POST: a read is one
 * whose path says that it only looks, and whatever this does not know counts as a write.
 */
export const writesIn = (requests: readonly LoggedRequest[]): readonly string[] =>
  requests.filter(({ method, path }) => !isRead(method, path)).map(({ method, path }) => `${method} ${path}`);

const isRead = (method: string, path: string): boolean =>
  method === "GET" || method === "HEAD" || (method === "POST" && READS.test(path));

const READS = /\/api\/oauth\/token$|\/cpro\/[^/]+\/v1\/(?:monCompte\/)?(?:recuperer|rechercher|consulter|structures\/recherche)(?:\/|$)/;

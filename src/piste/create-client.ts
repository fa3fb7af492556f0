import { OPERATIONS } from "../catalogue/operations.ts";
import type { ReadClient } from "./client.ts";
import { type ClientPorts, createCaller } from "./create-caller.ts";

/**
 * The client that `observe/` gets. By types it has no write; where types were got round, it throws before anything
 * leaves: that is a bug, not a failure.
 */
export const createReadClient = (ports: ClientPorts): ReadClient => {
  const caller = createCaller(ports);
  return {
    token: (application, onRetry) => caller.token(application, onRetry),
    async call(call) {
      const { effect } = OPERATIONS[call.operation];
      if (effect !== "read") throw new TypeError(`${call.operation} writes: not through the read client`);
      return caller.call(call);
    },
    spare: (signal) => caller.spare(signal),
    close: () => ports.transport.close(),
  };
};

import { OPERATIONS } from "../catalogue/operations.ts";
import type { WriteClient } from "./client.ts";
import { type ClientPorts, createCaller } from "./create-caller.ts";
import type { Pace } from "./pace.ts";

/** Only for `apply/`. Shares the pace of the read client beside it, whose `close` closes the transport of both. */
export const createWriteClient = (ports: ClientPorts & { readonly pace: Pace }): WriteClient => {
  const caller = createCaller(ports);
  return {
    async write(call) {
      const { effect } = OPERATIONS[call.operation];
      if (effect !== "write") throw new TypeError(`${call.operation} reads: not through the write client`);
      return caller.call(call);
    },
  };
};

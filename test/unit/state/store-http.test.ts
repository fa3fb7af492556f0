import { describe, onTestFinished } from "vitest";
import { BASIC, httpPlace } from "../../support/http-place.ts";
import { startStateServer } from "../../support/state-server.ts";
import { storeContract } from "./store-contract.ts";

describe("a server for Terraform's state", () =>
  storeContract(async () => {
    const server = await startStateServer(BASIC);
    onTestFinished(() => server.close());
    return httpPlace(server);
  }));

import { expect, test } from "vitest";
import { withBraces } from "../../../../src/views/text/braces.ts";

test.each([
  [["production/espace/lyon/raccordements"], ["production/espace/lyon/raccordements"]],
  [
    ["production/espace/lyon/raccordements", "production/espace/nantes/raccordements"],
    ["production/espace/{lyon,nantes}/raccordements"],
  ],
  [
    ["production/raccordement/A/lyon", "production/raccordement/A/nantes"],
    ["production/raccordement/A/{lyon,nantes}"],
  ],
  [
    ["production/raccordement/A/lyon", "production/raccordement/B/nantes"],
    ["production/raccordement/A/lyon", "production/raccordement/B/nantes"],
  ],
  [
    ["production/structure/lyon", "production/espace/lyon/raccordements"],
    ["production/structure/lyon", "production/espace/lyon/raccordements"],
  ],
])("%j", (addresses, expected) => {
  expect(withBraces(addresses)).toEqual(expected);
});

/**
 * Addresses as a shell takes them, in as few words as it can: those that differ in one part are written with braces,
 * `production/espace/{lyon,nantes}/raccordements`. Of very many, some are shown.
 */
export const withBraces = (addresses: readonly string[]): readonly string[] => {
  const [first, ...rest] = addresses.map((address) => address.split("/"));
  if (first === undefined || rest.length === 0) return addresses;
  const alike = rest.every((parts) => parts.length === first.length);
  const varying = first.flatMap((part, index) => (rest.every((parts) => parts[index] === part) ? [] : [index]));
  const [only] = varying;
  if (!alike || only === undefined || varying.length > 1) return addresses;
  const choices = [first, ...rest].slice(0, MOST_CHOICES).map((parts) => parts[only] ?? "");
  if (addresses.length > MOST_CHOICES) choices.push("…");
  return [first.map((part, index) => (index === only ? `{${choices.join(",")}}` : part)).join("/")];
};

const MOST_CHOICES = 12;

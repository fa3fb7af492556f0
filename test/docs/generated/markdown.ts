export const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
  row(head),
  `|${head.map(() => "---").join("|")}|`,
  ...rows.map(row),
];

const row = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const code = (text: string): string => `\`${text}\``;

/** A SIRET with the key of Luhn: the establishments of one company. */
export const siretOf = (index: number): string => {
  const body = `552081231${String(index).padStart(4, "0")}`;
  const sum = body.split("").toReversed().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
};

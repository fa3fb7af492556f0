/** Text without its accents, which people leave out and variables cannot have: `Intégration` is `Integration`. */
export const withoutAccents = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "");

/** The login that Chorus Pro gives to the first compte technique of a structure, by the structure's identifier. */
export const firstTechnicalLogin = (identifiant: string): string => `TECH_1_${identifiant}@cpro.fr`;

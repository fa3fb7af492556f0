/** Whether a state is kept elsewhere than in a file: then its place is an address. */
export const isElsewhere = (place: string): boolean => place.includes("://");

/** A moment as the portals write it, to the minute: 01/12/2026 08:30. */
export const spelled = (iso: string): string => `${iso.slice(8, 10)}/${iso.slice(5, 7)}/${iso.slice(0, 4)} ${iso.slice(11, 16)}`;

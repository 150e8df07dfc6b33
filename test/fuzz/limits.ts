/** Milliseconds of processor time that an input of a size may take: fifty times what notices take, and a second to begin with. */
export const allowed = (size: number): number => 1000 + size * 0.1

/** Servers that a queue can be on, without what they need. */
export const SERVER_NAMES = ['redis', 'postgres'] as const
export type ServerName = (typeof SERVER_NAMES)[number]

export function codeMutants(
  path: string,
  source: string,
): { operator: string; line: number; within: number | null; before: string; after: string; text: string }[]
export function markFunctions(path: string, source: string, mark: (n: number) => string): string

export function patternMutants(
  pattern: string,
): { operator: string; before: string; after: string; place: string; pattern: string }[]

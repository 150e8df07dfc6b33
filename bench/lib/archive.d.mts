export function noticeFile(
  n: number,
  options?: { seed?: number; poison?: number },
): { name: string; content: string | Uint8Array; poisoned?: boolean }
export function writeArchive(
  folder: string,
  count: number,
  options?: { seed?: number; poison?: number },
): { poisoned: number; bytes: number }

/** Numbers of identity cards (GB 11643-1999). */

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10x98765432'

/** Whether the last of eighteen characters (`x` in lower case) is the check digit of the others (ISO 7064, MOD 11-2). */
export function checksOut(number: string): boolean {
  if (!/^\d{17}[\dx]$/.test(number)) return false
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0)
  return number[17] === CHECKS[sum % 11]
}

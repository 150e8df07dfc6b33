/** Addresses of servers, and how what is said is kept free of the passwords in them. */

export interface Address {
  protocol: string
  hostname: string
  redact(text: string): string
}

/** Null where it is none. */
export function readAddress(url: string): Address | null {
  const address = parse(url)
  if (!address) return null
  const { protocol, hostname, password, searchParams } = address
  const parameters = SECRETS.flatMap((name) => searchParams.getAll(name))
  const secrets = [url, password, decoded(password), ...parameters, process.env.PGPASSWORD ?? '']
    .filter((secret) => secret !== '')
    .sort((a, b) => b.length - a.length)
  return { protocol, hostname, redact: (text) => secrets.reduce((some, one) => some.split(one).join('***'), text) }
}

/** Parameters of an address that are secret. */
const SECRETS = ['password', 'sslpassword']

function parse(url: string): URL | null {
  try {
    return new URL(url)
  } catch {
    return null
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** A card of an address book: a person, or an office without one. */
export interface Card {
  /** `urn:uuid:…`, the same on every run for the same person or office. */
  uid: string
  kind: 'individual' | 'org'
  /** As printed: 李处长, 张示例; of an office its name, else that of the body that issued the notice. */
  name: string
  /** Family and given names of a person, where they can be told apart; `given` is empty where only the family name is printed. */
  family?: string
  given?: string
  /** 职务: 处长. Forms of address (老师, 女士) are none. */
  title?: string
  /** The unit, as printed. */
  organization?: string
  phones: CardPhone[]
  emails: string[]
  address?: string
  postcode?: string
  urls: string[]
  /** What has no field of its own, one a line: masked numbers, accounts of messengers, numbers of which it is not said whose they are. */
  notes: string[]
  /** The notices that name it, in the order in which they were given: 示科发〔2024〕3号《…》. */
  notices: string[]
}

/** A telephone or fax number of a card. */
export interface CardPhone {
  /** Canonical, without its extension: 0100-5550123. */
  number: string
  extension?: string
  kind: 'work' | 'cell' | 'fax'
}

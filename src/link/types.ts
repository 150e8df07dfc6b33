/** The map of an archive: documents and what they say of each other. */
import type {
  Citation,
  Deadline,
  Diagnostic,
  DocumentNumber,
  DocumentType,
  Fact,
  IssuingBody,
  NoticeDate,
  Span,
  Theme,
} from '../types.js'

/** The level of a body, as in `IssuingBody`. */
export type Level = NonNullable<IssuingBody['level']>

/** What one document does with another. */
export type Relation = NonNullable<Citation['relation']>

/** A document of the set. Facts are those of the notice `notices[0]`: their spans point into its text. */
export interface NoticeNode {
  kind: 'notice'
  /** `n1`, `n2`, … in the order of the input. */
  id: string
  /** Indexes of the notices that are this document: the first that was given, then its copies. */
  notices: number[]
  /** Names of the files they were read from, where known. */
  files: string[]
  title: Fact | null
  documentNumber: DocumentNumber | null
  documentType: DocumentType | null
  issuingBodies: IssuingBody[]
  /** The highest level of its bodies; read off their names where the notice does not tell it. */
  level: Level | null
  /** 成文日期. */
  signed: NoticeDate | null
  /** The document above it that it carries out first of all: on the nearest level above. */
  carriesOut: string | null
  /** The document that its cascade begins with, and the days from the signing of that to its own. */
  origin: { node: string; lag: number | null } | null
}

/** A document that is cited and not in the set. */
export interface OutsideNode {
  kind: 'outside'
  /** `x1`, `x2`, … in the order of first mention. */
  id: string
  /**
   * As first cited; spans point into the text of the first notice that cites it. Where that is the notice's own title
   * (转发示例局关于…的通知), the span is the whole of it.
   */
  title: Fact | null
  documentNumber: DocumentNumber | null
  /** Read off the body that its title begins with. */
  level: Level | null
  /** Documents of the set that it may be, where it cannot be told: the diagnostics of who cites it say why. */
  perhaps: string[]
}

/** A document of the map: of the set, or only named in it. */
export type GraphNode = NoticeNode | OutsideNode

/** A value on both sides of a citation. `cited: null`: it is new; `citing: null`: it was left out. */
export interface Change<T> {
  cited: T | null
  citing: T | null
  /** Days by which the citing document is later; negative where it is earlier; `null` where nothing can be counted. */
  days: number | null
}

/** What is compared of a theme. */
export type ChangedTheme = Pick<Theme, keyof Fact | 'kind'>
/** What is compared of a date. */
export type ChangedDate = Pick<NoticeDate, keyof Fact | 'role' | 'start' | 'end'>
/** What is compared of a deadline. */
export type ChangedDeadline = Pick<Deadline, keyof Fact | 'due' | 'action'>

/**
 * What two documents say of the same matter, kept and changed alike. Spans of `cited` point into the text of the cited
 * document, those of `citing` into that of the citing one.
 */
export interface Changes {
  /** Slogans and subject terms. */
  themes: Change<ChangedTheme>[]
  /** Days of the event, of coming into force and of expiry. `days` counts from first day to first day. */
  dates: Change<ChangedDate>[]
  deadlines: Change<ChangedDeadline>[]
  /** One of the two has more values than are compared. */
  partial: boolean
}

/** A document names another: from the citing to the cited. Each pair once. */
export interface GraphEdge {
  from: string
  to: string
  /** As the citing document says it; `null` where it does not. */
  relation: Relation | null
  /** What the cited document was found by; outside the set, what it is named by. */
  by: 'number' | 'title'
  /** `likely`: nothing but the title says so, and no body; `doubtful`: number and title contradict each other. */
  certainty: 'certain' | 'likely' | 'doubtful'
  /** Days from the signing of the cited to that of the citing document; `null` where one is not dated. */
  lag: number | null
  /** The citing document stands on a lower level and acts on the cited one: it does not repeal, amend or answer it. */
  carriesOut: boolean
  /** The cited document leads back to the citing one. */
  circular: boolean
  /** `null` for documents outside the set. */
  changes: Changes | null
  /** Index of the notice that says it, and where in its text. */
  notice: number
  span: Span
}

/** A doubt about the map; `span` points into the text of the notice `notice`. */
export interface GraphDiagnostic extends Diagnostic {
  /** The document it is said of. */
  node: string
  /** Index of the notice it was met in. */
  notice: number
  /** Other documents of the set that it concerns. */
  related: string[]
}

/** The map of an archive: plain data, in the order of the input. */
export interface NoticeGraph {
  nodes: GraphNode[]
  edges: GraphEdge[]
  diagnostics: GraphDiagnostic[]
  counts: {
    notices: number
    /** Documents of the set: notices without copies. */
    documents: number
    outside: number
    citations: number
    /** Citations that lead to a document of the set. */
    resolved: number
    /** Candidates looked at and values compared: grows with the number of citations, not with its square. */
    steps: number
  }
}

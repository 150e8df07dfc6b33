export declare function arrangement(): Record<string, { off: string; worked: string }>

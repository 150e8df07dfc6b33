/** [code of six digits, full name], in the order of the codes. */
export declare function divisions(): [string, string][]
export declare function table(): string

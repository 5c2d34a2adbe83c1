/** PostgreSQL holds no NUL and no half of a pair, neither in text nor in jsonb. */
export const storable = (text: string) => !text.includes('\0') && text.isWellFormed();
